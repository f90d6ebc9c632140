package io.zmq4j.observed;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.test.FaultProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The application: a server's context and a client's, a named socket of each pattern, a thread for each that sends and each that
 * receives, and between the two contexts a network that can be broken.
 *
 * <pre>
 *   client                               server
 *   PUSH   "source" ──► pipeline link ──► PULL "sink"
 *   REQ    "asker"  ──► request link  ──► REP  "answers"
 *   DEALER "caller"   ──────────────────► ROUTER "exchange"
 *   SUB    "fast"     ──────────────────► PUB  "ticker"
 *   PAIR   "left"     ─────inproc───────  PAIR "right"        both in the client
 * </pre>
 */
final class Exhibit implements AutoCloseable {
    /** Queues are short, so that a fault fills them soon. */
    static final int HIGH_WATER_MARK = 100;

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long PAUSE_NANOS = 1_000_000;
    private static final byte[] BODY = new byte[1_000];

    /** What a thread does again and again. */
    private interface Step {
        void take();
    }

    final Context server;
    final Context client;
    final FaultProxy pipeline;
    final FaultProxy requests;
    final String ticker;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Socket> kept = new ArrayList<>();

    Exhibit() {
        server = context("exhibit-server");
        client = context("exhibit-client");
        PullSocket sink = server.pull().named("sink");
        RepSocket answers = server.rep().named("answers");
        RouterSocket exchange = server.router().named("exchange");
        PubSocket pub = server.pub().named("ticker");
        pipeline = FaultProxy.to(sink.bind("tcp://127.0.0.1:*").uri());
        requests = FaultProxy.to(answers.bind("tcp://127.0.0.1:*").uri());
        ticker = pub.bind("tcp://127.0.0.1:*").uri();

        PushSocket source = client.push().named("source");
        ReqSocket asker = client.req().named("asker");
        DealerSocket caller = client.dealer().named("caller");
        SubSocket fast = client.sub().named("fast");
        source.connect(pipeline.uri());
        asker.connect(requests.uri());
        caller.connect(exchange.bind("tcp://127.0.0.1:*"));
        fast.subscribe("");
        fast.connect(ticker);
        var left = client.pair().named("left");
        var right = client.pair().named("right");
        left.bind("inproc://between");
        right.connect("inproc://between");

        again("sink", sink::receive);
        again("answers", () -> answers.send(answers.receive()));
        again("exchange", () -> exchange.send(exchange.receive()));
        again("fast", fast::receive);
        again("right", right::receive);
        paced("source", () -> source.send(Message.of(BODY)));
        paced("asker", () -> ask(asker));
        paced("caller", () -> {
            caller.send("?");
            caller.receive();
        });
        paced("ticker", () -> pub.send(Message.of(BODY)));
        paced("left", () -> left.send("between"));
        List.of(source, caller, asker, fast, right).forEach(Exhibit::awaitTraffic);
    }

    /** So that what happens next happens to an application that works. */
    private static void awaitTraffic(Socket socket) {
        try {
            Soon.shown(
                    "traffic of " + socket,
                    () -> socket.statistics().traffic(),
                    traffic -> traffic.messagesIn() + traffic.messagesOut() > 20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the application begins", e);
        }
    }

    private static Context context(String name) {
        return Context.builder()
                .name(name)
                .warnings(false)
                .sockets(all -> all.sendHighWaterMark(HIGH_WATER_MARK)
                        .receiveHighWaterMark(HIGH_WATER_MARK)
                        .sendBuffer(1 << 16)
                        .receiveBuffer(1 << 16)
                        .reconnectInterval(Duration.ofMillis(50))
                        .linger(Duration.ZERO))
                .build();
    }

    private static void ask(ReqSocket asker) {
        try {
            asker.request("?", PATIENCE, 1);
        } catch (RequestFailedException e) {
            // The link is broken: the next one may get through.
        }
    }

    /** A socket that nobody has any more would be closed. */
    <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private void again(String name, Step step) {
        var thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            step.take();
                        }
                    } catch (SocketClosedException e) {
                        // The end.
                    }
                },
                "exhibit-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void paced(String name, Step step) {
        again(name, () -> {
            step.take();
            LockSupport.parkNanos(PAUSE_NANOS);
        });
    }

    @Override
    public void close() {
        client.close(Duration.ofSeconds(5));
        server.close(Duration.ofSeconds(5));
        pipeline.close();
        requests.close();
    }
}
