package io.zmq4j.bench.broker;

import io.zmq4j.Context;
import io.zmq4j.ReqSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code majordomo}: requests through a broker. */
@Command(
        name = "majordomo",
        mixinStandardHelpOptions = true,
        description = {
            "REQ clients ask DEALER workers through a Majordomo broker; print msg/s.",
            "Over tcp, all in one process with a thread each. Clients and workers are the library's in every run: only what stands between "
                    + "them differs.",
            ""
        })
public final class BrokerSpeedCommand implements Callable<Integer> {
    private static final long LONGEST_SECONDS = 600;

    @Parameters(
            index = "0",
            paramLabel = "BROKER",
            description = "majordomo, the library's; guide, one as simple as the guide's, on JeroMQ; proxy, a ROUTER and a DEALER.")
    private Middle.Kind kind = Middle.Kind.MAJORDOMO;

    @Parameters(index = "1", paramLabel = "SIZE", description = "Bytes of a request.")
    private int size;

    @Parameters(index = "2", paramLabel = "COUNT", description = "Requests in all.")
    private long count;

    @Option(names = "--warmup", paramLabel = "N", description = "As many go before, uncounted.")
    private long warmup;

    @Option(names = "--clients", paramLabel = "N", description = "10.")
    private int clients = 10;

    @Option(names = "--workers", paramLabel = "N", description = "4.")
    private int workers = 4;

    @Override
    public Integer call() throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "bench");
            thread.setDaemon(true);
            return thread;
        });
        try (var context = Context.create();
                var middle = kind.start(context)) {
            var ends = new Ends(context, kind, middle);
            for (int i = 0; i < workers; i++) {
                threads.execute(ends::work);
            }
            List<ReqSocket> asking = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                asking.add(ends.client());
            }
            Message body = Message.wrap(new byte[size]);
            ask(threads, ends, asking, body, warmup);
            long began = System.nanoTime();
            ask(threads, ends, asking, body, count);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(Locale.ROOT, "msg/s %.0f%n", count / seconds);
            context.close(Duration.ofSeconds(1));
        } finally {
            threads.shutdownNow();
        }
        return 0;
    }

    private void ask(ExecutorService threads, Ends ends, List<ReqSocket> asking, Message body, long all)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            ReqSocket req = asking.get(i);
            long share = all / clients + (i < all % clients ? 1 : 0);
            done.add(threads.submit(() -> ends.ask(req, body, share)));
        }
        for (Future<?> each : done) {
            each.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }
}
