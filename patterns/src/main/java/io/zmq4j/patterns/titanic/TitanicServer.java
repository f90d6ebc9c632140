package io.zmq4j.patterns.titanic;

import io.zmq4j.Context;
import io.zmq4j.Handler;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import io.zmq4j.patterns.titanic.log.Damage;
import io.zmq4j.patterns.titanic.log.RecordLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Keeps requests on disk until their services have answered them, and the replies until they are closed (RFC 9). To the broker it is a
 * worker of the services {@code titanic.request}, {@code titanic.reply} and {@code titanic.close}, and a client of the others; any Majordomo
 * broker will do, in this process or another.
 *
 * <pre>{@code
 * try (var broker = MajordomoBroker.start(context, "tcp://*:5555");
 *         var titanic = TitanicServer.start(context, broker.endpoint(), Path.of("/var/lib/orders"))) {
 *     broker.await();
 * }
 * }</pre>
 *
 * <p>What was acknowledged is done at least once, whatever is killed meanwhile: the server, the broker, workers or clients. It may be done
 * more than once, and out of order. Every method is safe for any thread.
 */
public final class TitanicServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.titanic");

    /** Connections of the client by which it asks services: for as many services as it is good to serve at once. */
    private static final int CONNECTIONS = 256;

    private static final Duration WORKER_GRACE = Duration.ofSeconds(2);

    private final StoreThread store;
    private final List<String> damages;
    private final Counters counters = new Counters();
    private final MajordomoClient client;
    private final Dispatcher dispatcher;
    private final List<MajordomoWorker> workers = new ArrayList<>();

    private TitanicServer(Context context, String broker, RequestStore opened, TitanicOptions options) {
        this.damages = opened.log().damages().stream().map(Damage::toString).toList();
        this.store = new StoreThread(opened, options, context.name() + "-titanic-store");
        this.client = MajordomoClient.connect(
                context, broker, it -> it.connections(CONNECTIONS).socket(options.socket));
        this.dispatcher = new Dispatcher(store, client, options, counters, context.name() + "-titanic-dispatcher");
    }

    /** As {@link #start(Context, String, Path, Consumer)}, as everything is by default. */
    public static TitanicServer start(Context context, String broker, Path directory) throws IOException {
        return start(context, broker, directory, it -> {});
    }

    /**
     * Opens the store, goes on with what is in it, and offers its services.
     *
     * @param broker the endpoint of a Majordomo broker, which need not be there yet
     * @param directory for the store alone; it is made if it is not there
     * @throws IOException if the store cannot be opened, such as when another server has it. Records that are damaged do not keep it from
     *     being opened: they are told in the log, and by {@link #statistics}
     * @throws io.zmq4j.error.EndpointException if the broker's endpoint is none
     */
    public static TitanicServer start(Context context, String broker, Path directory, Consumer<TitanicOptions> settings)
            throws IOException {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(directory, "directory");
        var options = new TitanicOptions();
        Objects.requireNonNull(settings, "settings").accept(options);
        RequestStore opened = RequestStore.open(directory, options);
        for (Damage damage : opened.log().damages()) {
            LOG.log(
                    damage.kind() == Damage.Kind.CORRUPT ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                    damage::toString);
        }
        var server = new TitanicServer(context, broker, opened, options);
        boolean isStarted = false;
        try {
            server.resume();
            server.offer(context, broker, options);
            isStarted = true;
            return server;
        } finally {
            if (!isStarted) {
                server.close();
            }
        }
    }

    private void resume() {
        boolean unused = asked(it -> {
            for (UUID id : it.pendingIds()) {
                // Each is read for its service.
                dispatcher.add(Objects.requireNonNull(it.request(id), "pending").text(), id);
            }
            return true;
        });
    }

    private void offer(Context context, String broker, TitanicOptions options) {
        var services = new TitanicServices(store, counters, dispatcher::add);
        for (int i = 0; i < options.workers; i++) {
            offer(context, broker, options, TitanicServices.REQUEST, services::request);
            offer(context, broker, options, TitanicServices.REPLY, services::reply);
            offer(context, broker, options, TitanicServices.CLOSE, services::close);
        }
    }

    private void offer(Context context, String broker, TitanicOptions options, String service, Handler handler) {
        workers.add(MajordomoWorker.start(
                context,
                broker,
                service,
                handler,
                it -> it.heartbeat(options.heartbeat)
                        .reconnect(options.heartbeat)
                        .socket(options.socket)
                        .onError((request, failure) -> Status.error("internal error"))));
    }

    private <T> T asked(StoreThread.Work<T> work) {
        CompletableFuture<T> answer = store.submit(work);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for the store");
        } catch (ExecutionException e) {
            throw new TitanicException(500, "the store does not answer: " + e.getCause());
        }
    }

    /**
     * How it stands at this moment.
     *
     * @throws TitanicException if it is closed
     */
    public TitanicStatistics statistics() {
        return asked(it -> {
            RecordLog log = it.log();
            return new TitanicStatistics(
                    it.pending(),
                    it.answered(),
                    log.bytes(),
                    log.liveBytes(),
                    log.segments(),
                    counters.submitted.sum(),
                    counters.refused.sum(),
                    counters.sent.sum(),
                    counters.unanswered.sum(),
                    counters.answered.sum(),
                    counters.closed.sum(),
                    damages);
        });
    }

    /** Offers its services no more, and closes the store. What is pending goes on with the next one that opens it. */
    @Override
    public void close() {
        workers.parallelStream().forEach(worker -> worker.stop(WORKER_GRACE));
        dispatcher.close();
        client.close();
        store.close();
    }
}
