package io.zmq4j.patterns.titanic;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.titanic.Backlog.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends pending requests to their services and has the replies stored, each request as often as it takes. A service is asked for only while
 * it has workers, so that requests wait on the disk and not in the broker. All of its state is of its one thread.
 */
final class Dispatcher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.titanic");

    private final StoreThread store;
    private final MajordomoClient client;
    private final TitanicOptions options;
    private final Counters counters;
    private final ScheduledExecutorService thread;
    private final Map<String, Backlog> backlogs = new HashMap<>();

    Dispatcher(StoreThread store, MajordomoClient client, TitanicOptions options, Counters counters, String name) {
        this.store = store;
        this.client = client;
        this.options = options;
        this.counters = counters;
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            var daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.thread = executor;
    }

    /** Any thread: there is a request to send. */
    void add(String service, UUID id) {
        later(() -> {
            Backlog backlog = backlogs.computeIfAbsent(service, Backlog::new);
            backlog.waiting.addLast(id);
            pump(backlog);
        });
    }

    /** Has a step done in its thread; not any more after its end. */
    private void later(Runnable step) {
        try {
            thread.execute(step);
        } catch (RejectedExecutionException e) {
            // What is pending is found again by the next one.
        }
    }

    private void afterRetry(Runnable step) {
        try {
            var unused = thread.schedule(step, options.retry.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // As above.
        }
    }

    private void pump(Backlog backlog) {
        if (backlog.waiting.isEmpty() && backlog.underWay == 0 && backlog.state != State.CHECKING) {
            backlogs.remove(backlog.service, backlog);
        } else if (backlog.state == State.UNKNOWN && !backlog.waiting.isEmpty()) {
            check(backlog);
        }
        while (backlog.state == State.OPEN && backlog.underWay < options.window && !backlog.waiting.isEmpty()) {
            read(backlog, backlog.waiting.removeFirst());
        }
    }

    private void check(Backlog backlog) {
        backlog.state = State.CHECKING;
        var unused = client.requestAsync("mmi.service", Message.of(backlog.service), options.retry)
                .whenComplete((answer, failure) -> later(() -> {
                    if (answer != null && answer.text().equals("200")) {
                        backlog.state = State.OPEN;
                        pump(backlog);
                    } else {
                        backlog.state = State.CLOSED;
                        afterRetry(() -> {
                            backlog.state = State.UNKNOWN;
                            pump(backlog);
                        });
                    }
                }));
    }

    private void read(Backlog backlog, UUID id) {
        backlog.underWay++;
        // Null is no result for it to be told from a failure, so it is a message of one frame, which no request is.
        var unused = store.submit(it -> {
                    Message request = it.request(id);
                    return request == null ? Message.empty() : request;
                })
                .whenComplete((request, failure) -> later(() -> {
                    if (request == null) {
                        again(backlog, id, failure);
                    } else if (request.frameCount() == 1) {
                        done(backlog);
                    } else {
                        send(backlog, id, request.from(1));
                    }
                }));
    }

    private void send(Backlog backlog, UUID id, Message body) {
        counters.sent.increment();
        var unused = client.requestAsync(backlog.service, body, options.patience)
                .whenComplete((reply, failure) -> later(() -> {
                    if (reply == null) {
                        counters.unanswered.increment();
                        backlog.state = backlog.state == State.OPEN ? State.UNKNOWN : backlog.state;
                        again(backlog, id, failure);
                    } else {
                        keep(backlog, id, reply);
                    }
                }));
    }

    private void keep(Backlog backlog, UUID id, Message reply) {
        var unused = store.submit(it -> it.answer(id, reply))
                .whenComplete((isNew, failure) -> later(() -> {
                    if (isNew == null) {
                        again(backlog, id, failure);
                        return;
                    }
                    if (isNew) {
                        counters.answered.increment();
                    }
                    done(backlog);
                }));
    }

    private void done(Backlog backlog) {
        backlog.underWay--;
        pump(backlog);
    }

    /** It waits under way: so the service is not forgotten meanwhile, and a request that nobody answers takes one place of the window. */
    private void again(Backlog backlog, UUID id, @Nullable Throwable failure) {
        LOG.log(
                failure instanceof IOException ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                () -> "the request " + RequestId.text(id) + " for the service " + backlog.service
                        + " has no reply yet, and is sent again: " + failure);
        pump(backlog);
        afterRetry(() -> {
            backlog.underWay--;
            backlog.waiting.addLast(id);
            pump(backlog);
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
