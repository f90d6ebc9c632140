package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.ZmqTags.CONTEXT;
import static io.zmq4j.micrometer.ZmqTags.PEER;
import static io.zmq4j.micrometer.ZmqTags.QUEUE;
import static io.zmq4j.micrometer.ZmqTags.REASON;
import static io.zmq4j.micrometer.ZmqTags.SOCKET;
import static io.zmq4j.micrometer.ZmqTags.STATE;
import static io.zmq4j.micrometer.ZmqTags.TYPE;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.micrometer.Board.Reading;
import io.zmq4j.micrometer.PeerBoard.Label;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.zmtp.CloseReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The meters of a board in one registry. Guarded by its {@link ZmqMetrics}, which also keeps the board, of which a registry has weak
 * references alone.
 */
final class BoundMeters {
    /** What a socket that is looked at can be in; what is closed is in none. */
    private static final Set<EndpointState> STATES = EnumSet.complementOf(EnumSet.of(EndpointState.CLOSED));

    private record Why(ZmqMeters meter, Group group, CloseReason reason) {}

    private final MeterRegistry registry;
    private final Board board;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();
    /** The groups, labels and reasons that have their meters. */
    private final Set<Object> known = new HashSet<>();

    /** Claims a name for the context that no other has in this registry. */
    BoundMeters(MeterRegistry registry, Board board, Tags extra, String context) {
        this.registry = registry;
        this.board = board;
        // Against another one that binds at the same moment.
        synchronized (registry) {
            tags = extra.and(CONTEXT.asString(), freeName(context));
            gauge(ZmqMeters.LOOPS, tags.and(STATE.asString(), "alive"), Reading::loopsAlive);
            gauge(ZmqMeters.LOOPS, tags.and(STATE.asString(), "dead"), Reading::loopsDead);
        }
    }

    private String freeName(String context) {
        String name = context;
        for (int i = 2; isTaken(name); i++) {
            name = context + "-" + i;
        }
        return name;
    }

    private boolean isTaken(String context) {
        return registry.find(ZmqMeters.LOOPS.getName())
                        .tag(CONTEXT.asString(), context)
                        .meter()
                != null;
    }

    boolean isOf(MeterRegistry other) {
        return registry == other;
    }

    /** Adds the meters of what has not been seen before. */
    void discover(Reading reading) {
        reading.sums().forEach((group, sums) -> {
            if (known.add(group)) {
                add(group);
            }
            add(ZmqMeters.CONNECTIONS_FAILED, group, sums, ConnectionTotals::refused);
            add(ZmqMeters.CONNECTIONS_ENDED, group, sums, ConnectionTotals::ended);
        });
        reading.peers().keySet().forEach(label -> {
            if (known.add(label)) {
                add(label);
            }
        });
    }

    private void add(Group group) {
        Tags of = tags(group);
        count(ZmqMeters.MESSAGES_SENT, of, group, sums -> sums.messagesOut);
        count(ZmqMeters.MESSAGES_RECEIVED, of, group, sums -> sums.messagesIn);
        count(ZmqMeters.BYTES_SENT, of, group, sums -> sums.bytesOut);
        count(ZmqMeters.BYTES_RECEIVED, of, group, sums -> sums.bytesIn);
        count(ZmqMeters.CONNECTIONS_OPENED, of, group, sums -> sums.connectionsMade);
        count(ZmqMeters.CONNECTIONS_RETRIED, of, group, sums -> sums.connections.retries());
        count(ZmqMeters.SOCKETS_OPENED, of, group, sums -> sums.opened);
        // From zero on, as a counter that begins at its first drop shows no increase.
        for (DropReason reason : DropReason.values()) {
            Tags why = of.and(REASON.asString(), text(reason));
            count(ZmqMeters.MESSAGES_DROPPED, why, group, sums -> sums.drops.getOrDefault(reason, 0L));
        }
        look(ZmqMeters.SOCKETS, of, group, sums -> sums.open);
        look(ZmqMeters.PEERS, of, group, sums -> sums.peers);
        look(ZmqMeters.SENDS_WAITING, of, group, sums -> sums.waitingSenders);
        look(ZmqMeters.RECEIVES_WAITING, of, group, sums -> sums.waitingReceivers);
        Tags out = of.and(QUEUE.asString(), "send");
        look(ZmqMeters.QUEUE_MESSAGES, out, group, sums -> sums.queuedOut);
        look(ZmqMeters.QUEUE_LIMIT, out, group, sums -> sums.limitOut);
        look(ZmqMeters.QUEUE_FULLEST, out, group, sums -> sums.fullestOut);
        Tags in = of.and(QUEUE.asString(), "receive");
        look(ZmqMeters.QUEUE_MESSAGES, in, group, sums -> sums.queuedIn);
        look(ZmqMeters.QUEUE_LIMIT, in, group, sums -> sums.limitIn);
        look(ZmqMeters.QUEUE_FULLEST, in, group, sums -> sums.fullestIn);
        for (EndpointState state : STATES) {
            Tags stand = of.and(STATE.asString(), text(state));
            look(ZmqMeters.ENDPOINTS, stand, group, sums -> sums.endpoints.getOrDefault(state, 0L));
        }
    }

    private void add(
            ZmqMeters meter, Group group, Sums now, Function<ConnectionTotals, Map<CloseReason, Long>> counts) {
        for (CloseReason reason : counts.apply(now.connections).keySet()) {
            if (known.add(new Why(meter, group, reason))) {
                Tags why = tags(group).and(REASON.asString(), text(reason));
                count(meter, why, group, sums -> counts.apply(sums.connections).getOrDefault(reason, 0L));
            }
        }
    }

    private void add(Label label) {
        Tags of = tags(label.group()).and(PEER.asString(), label.peer());
        counter(ZmqMeters.PEER_MESSAGES_SENT, of, now -> now.of(label).messagesOut());
        counter(ZmqMeters.PEER_MESSAGES_RECEIVED, of, now -> now.of(label).messagesIn());
        counter(ZmqMeters.PEER_BYTES_SENT, of, now -> now.of(label).bytesOut());
        counter(ZmqMeters.PEER_BYTES_RECEIVED, of, now -> now.of(label).bytesIn());
        Tags out = of.and(QUEUE.asString(), "send");
        gauge(ZmqMeters.PEER_QUEUE_MESSAGES, out, now -> now.of(label).queuedOut());
        Tags in = of.and(QUEUE.asString(), "receive");
        gauge(ZmqMeters.PEER_QUEUE_MESSAGES, in, now -> now.of(label).queuedIn());
    }

    private Tags tags(Group group) {
        return tags.and(SOCKET.asString(), group.socket(), TYPE.asString(), group.type());
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void count(ZmqMeters meter, Tags of, Group group, ToDoubleFunction<Sums> value) {
        counter(meter, of, reading -> value.applyAsDouble(reading.of(group)));
    }

    private void look(ZmqMeters meter, Tags of, Group group, ToDoubleFunction<Sums> value) {
        gauge(meter, of, reading -> value.applyAsDouble(reading.of(group)));
    }

    private void counter(ZmqMeters meter, Tags of, ToDoubleFunction<Reading> value) {
        meters.add(FunctionCounter.builder(meter.getName(), board, new Rising(value))
                .tags(of)
                .description(meter.description())
                .register(registry));
    }

    private void gauge(ZmqMeters meter, Tags of, ToDoubleFunction<Reading> value) {
        meters.add(Gauge.builder(meter.getName(), board, it -> value.applyAsDouble(it.latest()))
                .tags(of)
                .description(meter.description())
                .register(registry));
    }

    void remove() {
        meters.forEach(registry::remove);
        meters.clear();
    }
}
