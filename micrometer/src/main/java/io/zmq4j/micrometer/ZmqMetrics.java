package io.zmq4j.micrometer;

import static java.lang.System.Logger.Level.WARNING;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zmq4j.Context;
import io.zmq4j.micrometer.Board.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The meters of a context and its sockets: {@link ZmqMeters} lists them.
 *
 * <pre>{@code
 * try (var metrics = new ZmqMetrics(context)) {
 *     metrics.bindTo(registry);
 *     run();
 * }
 * }</pre>
 *
 * <p>Sockets of one type and name share their meters, so name those that you want to tell apart. What a socket has counted stays when
 * it is closed, and nothing else of it does. Messages are not touched: whoever reads a meter has the context looked at, all of a scrape
 * at most once in half a second, and a thread looks once a second for sockets that are new, until the context has ended or this is
 * closed. Either removes the meters from the registry. Safe for any thread.
 */
public final class ZmqMetrics implements MeterBinder, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.metrics");

    /** How long a socket may be there before it has meters. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private enum State {
        NEW,
        BOUND,
        CLOSED
    }

    private final Context context;
    private final Tags tags;
    private final LongSupplier clock;

    // ---- guarded by this

    private State state = State.NEW;
    private boolean isWithPeers;
    private @Nullable Board board;
    private @Nullable Timer ticker;
    private final List<BoundMeters> bound = new ArrayList<>();
    private boolean hasFailed;

    /** Meters of this context, once they are {@linkplain #bindTo bound}. */
    public ZmqMetrics(Context context) {
        this(context, Tags.empty());
    }

    /** As {@link #ZmqMetrics(Context)}, with more tags on each meter. */
    public ZmqMetrics(Context context, Iterable<Tag> tags) {
        this(context, tags, System::nanoTime);
    }

    ZmqMetrics(Context context, Iterable<Tag> tags, LongSupplier clock) {
        this.context = Objects.requireNonNull(context, "context");
        this.tags = Tags.of(Objects.requireNonNull(tags, "tags"));
        this.clock = clock;
    }

    /**
     * Sets whether there are also meters for each peer; unless it is set there are none. The first hundred have their own, by the
     * endpoint that is connected or the host that connected, so that one that comes back is the same; all others share those of
     * {@code other}. These stay too.
     *
     * @return this
     * @throws IllegalStateException if it was bound before
     */
    public synchronized ZmqMetrics peers(boolean areWanted) {
        if (state != State.NEW) {
            throw new IllegalStateException("peers(" + areWanted + ") comes before bindTo");
        }
        isWithPeers = areWanted;
        return this;
    }

    /**
     * Adds the meters to a registry. To several is possible; to the same again does nothing.
     *
     * @throws IllegalStateException if this was closed
     */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        Objects.requireNonNull(registry, "registry");
        if (state == State.CLOSED) {
            throw new IllegalStateException("the metrics of the context " + context.name() + " are closed");
        }
        if (bound.stream().anyMatch(each -> each.isOf(registry))) {
            return;
        }
        Board source = begin();
        var meters = new BoundMeters(registry, source, tags, context.name());
        bound.add(meters);
        meters.discover(source.latest());
    }

    private Board begin() {
        if (board == null) {
            board = new Board(context::snapshot, clock, isWithPeers ? new PeerBoard() : null);
            ticker = new Timer("zmq4j-metrics-" + context.name(), true);
            var tick = new TimerTask() {
                @Override
                public void run() {
                    tick();
                }
            };
            ticker.schedule(tick, PERIOD.toMillis(), PERIOD.toMillis());
            state = State.BOUND;
        }
        return board;
    }

    /** Says what fails once: the next look may succeed. */
    private synchronized void tick() {
        try {
            discover();
        } catch (RuntimeException e) {
            if (!hasFailed) {
                hasFailed = true;
                LOG.log(WARNING, "the meters of new sockets of the context " + context.name() + " cannot be added", e);
            }
        } catch (OutOfMemoryError e) {
            // The next look may have more.
        }
    }

    /** Adds the meters of sockets that are new; closes this if the context has ended. */
    synchronized void discover() {
        if (board == null || state == State.CLOSED) {
            return;
        }
        boolean isOver = context.isClosed();
        Reading reading = board.latest();
        bound.forEach(each -> each.discover(reading));
        if (isOver && reading.open() == 0) {
            close();
        }
    }

    /** Removes what it added, from all registries. */
    @Override
    public synchronized void close() {
        state = State.CLOSED;
        if (ticker != null) {
            ticker.cancel();
        }
        bound.forEach(BoundMeters::remove);
        bound.clear();
    }
}
