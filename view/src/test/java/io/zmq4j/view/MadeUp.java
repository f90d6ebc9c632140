package io.zmq4j.view;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Snapshots of a process that is not there. */
public final class MadeUp {
    public static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    private MadeUp() {}

    /** A context whose sockets and events are added, and which is looked at at some second of its life. */
    public static final class OfContext {
        public String name = "prices";
        public long pid = 4711;
        public int number = 1;
        public final List<SocketSnapshot> sockets = new ArrayList<>();
        public final List<EndedSockets> ended = new ArrayList<>();
        public final List<LoggedEvent> events = new ArrayList<>();

        public OfContext socket(SocketSnapshot socket) {
            sockets.add(socket);
            return this;
        }

        public OfContext event(double second, String socket, SocketEvent event) {
            events.add(new LoggedEvent(events.size() + 1, BEGIN.plusMillis((long) (second * 1000)), 1, socket, event));
            return this;
        }

        public ContextSnapshot at(double second) {
            var age = Duration.ofMillis((long) (second * 1000));
            return new ContextSnapshot(
                    name,
                    number,
                    "0.2",
                    pid,
                    BEGIN.plus(age),
                    age,
                    List.of(new LoopSnapshot(name + "-loop-0", true, 99)),
                    sockets,
                    ended,
                    events);
        }
    }

    public static OfContext context() {
        return new OfContext();
    }

    public static SocketSnapshot socket(
            long id,
            String type,
            String name,
            List<EndpointSnapshot> endpoints,
            Traffic traffic,
            Map<DropReason, Long> drops,
            PeerStatistics... peers) {
        return new SocketSnapshot(
                id,
                type,
                name,
                Duration.ofSeconds(90),
                endpoints,
                1000,
                1000,
                0,
                0,
                new SocketStatistics(traffic, peers.length, 0, drops, List.of(peers)),
                Map.of("LINGER", "0"),
                new ConnectionTotals(Map.of(), Map.of(), 0));
    }

    public static EndpointSnapshot bound(String uri, int peers) {
        return new EndpointSnapshot(uri, true, EndpointState.LISTENING, peers, null, null);
    }

    public static EndpointSnapshot connected(String uri) {
        return new EndpointSnapshot(uri, false, EndpointState.CONNECTED, 1, null, null);
    }

    public static EndpointSnapshot waiting(String uri, String error, Duration next) {
        return new EndpointSnapshot(uri, false, EndpointState.WAITING, 0, error, next);
    }

    public static PeerStatistics peer(String endpoint, String address, String routingId, Traffic traffic) {
        return new PeerStatistics(
                endpoint,
                address,
                "SUB",
                routingId.getBytes(StandardCharsets.UTF_8),
                "NULL",
                true,
                1,
                Duration.ofSeconds(80),
                1000,
                1000,
                traffic);
    }

    /** Of ten bytes each. */
    public static Traffic traffic(long in, long out, long queuedIn, long queuedOut) {
        return new Traffic(in, 10 * in, out, 10 * out, queuedIn, queuedOut);
    }
}
