package io.zmq4j.dashboard;

import io.zmq4j.dashboard.History.Span;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.view.Rates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * All processes that are watched, and what is remembered of them. A tick looks at all at once; what a slow one shows comes with a
 * later tick. History lives here and nowhere in the observed processes.
 */
final class Board implements AutoCloseable {
    /** How long a tick waits for those that are slow. */
    private static final long PATIENCE_MILLIS = 700;

    private final List<Watched> watched;
    private final Clock clock;
    private final ExecutorService lookers = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "dashboard-look");
        thread.setDaemon(true);
        return thread;
    });

    private final Histories histories = new Histories();
    private final History all = new History();
    private final EventLog log = new EventLog();

    /** By process, how many of its looks are in the histories. */
    private final Map<String, Long> remembered = new HashMap<>();

    private List<Sight> sights;

    Board(List<Watched> watched, Clock clock) {
        this.watched = List.copyOf(watched);
        this.clock = clock;
        sights = watched.stream().map(Watched::sight).toList();
    }

    /** Looks, remembers, and gives the overview. */
    Overview tick() throws InterruptedException {
        look();
        return remember(watched.stream().map(Watched::sight).toList(), clock.millis());
    }

    private void look() throws InterruptedException {
        var looks = new ArrayList<Future<?>>();
        watched.forEach(each -> looks.add(lookers.submit(each::look)));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (var look : looks) {
            try {
                look.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // Its thread goes on; the next tick finds what it brings.
            } catch (ExecutionException e) {
                throw new IllegalStateException("a look failed", e.getCause());
            }
        }
    }

    private synchronized Overview remember(List<Sight> seen, long at) {
        sights = seen;
        for (var sight : seen) {
            Long before = remembered.put(sight.key(), sight.looks());
            if (before == null ? sight.looks() > 0 : before != sight.looks()) {
                remember(sight, at);
            }
        }
        log.add(seen);
        addAll(at);
        return OverviewMaker.of(seen, at, histories, all);
    }

    private void remember(Sight sight, long at) {
        for (var context : sight.contexts()) {
            for (var socket : context.sockets()) {
                var traffic = socket.now().statistics().traffic();
                histories.add(
                        sight.socketKey(context, socket.now()),
                        at,
                        socket.rates(),
                        traffic.queuedIn(),
                        traffic.queuedOut());
            }
        }
    }

    private void addAll(long at) {
        var sum = Rates.NONE;
        long queuedIn = 0;
        long queuedOut = 0;
        for (var sight : sights) {
            if (sight.state() == State.SEEN) {
                for (var context : sight.contexts()) {
                    sum = sum(sum, context.rates());
                    queuedIn += context.totals().traffic().queuedIn();
                    queuedOut += context.totals().traffic().queuedOut();
                }
            }
        }
        all.add(at, sum, queuedIn, queuedOut);
    }

    private static Rates sum(Rates a, Rates b) {
        return new Rates(
                a.messagesIn() + b.messagesIn(),
                a.bytesIn() + b.bytesIn(),
                a.messagesOut() + b.messagesOut(),
                a.bytesOut() + b.bytesOut(),
                a.drops() + b.drops());
    }

    /** Null if there is no such socket, or not any more. */
    synchronized @Nullable Detail socket(String key, Span span) {
        for (var sight : sights) {
            for (var context : sight.contexts()) {
                for (var socket : context.sockets()) {
                    if (sight.socketKey(context, socket.now()).equals(key)) {
                        var history = histories.of(key);
                        var row = OverviewMaker.row(sight, key, socket, "", new float[0]);
                        var points = (history == null ? new History() : history).points(span);
                        return Detail.of(row, socket.now(), socket.peers(), points);
                    }
                }
            }
        }
        return null;
    }

    /** The newest first. */
    synchronized List<EventLog.Entry> events(int count) {
        return log.newest(count);
    }

    /** The sockets with the options whose value is not the default. */
    synchronized List<Configured> configuration() {
        var configured = new ArrayList<Configured>();
        for (var sight : sights) {
            for (var context : sight.contexts()) {
                for (var socket : context.sockets()) {
                    if (configured.size() < OverviewMaker.MAX_SOCKETS) {
                        var now = socket.now();
                        var row = OverviewMaker.row(sight, sight.socketKey(context, now), socket, "", new float[0]);
                        configured.add(new Configured(row.key(), row.title(), row.process(), Detail.options(now)));
                    }
                }
            }
        }
        return configured;
    }

    record Configured(String key, String title, String process, List<Detail.Option> options) {}

    /** Leaves the processes as they were, as far as that is done within two seconds. */
    @Override
    public void close() {
        watched.forEach(Watched::close);
        lookers.shutdown();
        try {
            lookers.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lookers.shutdownNow();
    }
}
