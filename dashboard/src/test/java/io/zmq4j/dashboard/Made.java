package io.zmq4j.dashboard;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.Source;
import io.zmq4j.view.ViewException;
import io.zmq4j.view.Watch;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Snapshots that nobody took. */
final class Made {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private Made() {}

    /** A context of process {@code pid}, {@code age} seconds after it began. */
    static ContextSnapshot context(long pid, long age, List<LoggedEvent> events, SocketSnapshot... sockets) {
        return new ContextSnapshot(
                "app" + pid,
                1,
                "0.1",
                pid,
                BEGIN.plusSeconds(age),
                Duration.ofSeconds(age),
                List.of(),
                List.of(sockets),
                List.of(),
                events);
    }

    static ContextSnapshot context(long pid, long age, SocketSnapshot... sockets) {
        return context(pid, age, List.of(), sockets);
    }

    static SocketSnapshot busy(long id, String type, Traffic traffic, long dropped, Object... parts) {
        var endpoints = new ArrayList<EndpointSnapshot>();
        var peers = new ArrayList<PeerStatistics>();
        for (var part : parts) {
            if (part instanceof EndpointSnapshot endpoint) {
                endpoints.add(endpoint);
            } else {
                peers.add((PeerStatistics) part);
            }
        }
        return new SocketSnapshot(
                id,
                type,
                "",
                Duration.ofSeconds(1),
                endpoints,
                1000,
                1000,
                0,
                0,
                new SocketStatistics(
                        traffic,
                        peers.size(),
                        0,
                        dropped == 0 ? Map.of() : Map.of(DropReason.QUEUE_FULL, dropped),
                        peers),
                Map.of(),
                new ConnectionTotals(Map.of(CloseReason.INCOMPATIBLE_SOCKET_TYPE, 3L), Map.of(), 4));
    }

    static SocketSnapshot socket(long id, String type, Object... parts) {
        return busy(id, type, passed(0, 0), 0, parts);
    }

    static Traffic passed(long in, long out) {
        return new Traffic(in, 10 * in, out, 10 * out, 0, 0);
    }

    static EndpointSnapshot bound(String uri, int peers) {
        return new EndpointSnapshot(uri, true, EndpointState.LISTENING, peers, null, null);
    }

    static EndpointSnapshot connected(String uri) {
        return new EndpointSnapshot(uri, false, EndpointState.CONNECTED, 1, null, null);
    }

    static EndpointSnapshot failing(String uri, String error) {
        return new EndpointSnapshot(uri, false, EndpointState.WAITING, 0, error, Duration.ofSeconds(1));
    }

    static PeerStatistics peer(String endpoint, String address, @Nullable String type, Traffic traffic) {
        return new PeerStatistics(
                endpoint, address, type, new byte[0], "NULL", true, 1, Duration.ofSeconds(1), 1000, 1000, traffic);
    }

    static LoggedEvent event(long number) {
        var event = new SocketEvent(SocketEvent.Type.CONNECTED, "tcp://a:1", "b:2", null, "detail " + number, 0);
        return new LoggedEvent(number, BEGIN.plusSeconds(number), 1, "PUB #1", event);
    }

    /** A process as it was seen: its contexts one after the other are successive looks at one context. */
    static Sight sight(String key, Sight.State state, ContextSnapshot... looks) {
        var watch = new Watch(1);
        var seen = List.of(looks).stream().map(watch::add).toList();
        return new Sight(key, "pid " + key, state, null, List.of(seen.get(seen.size() - 1)), looks.length);
    }

    /** Gives what was put into it, one after the other: a snapshot, or a sentence that says why there is none. */
    static final class Script implements Watched.Opening {
        private final Queue<Object> steps = new ArrayDeque<>();
        int opened;
        int closed;

        Script then(Object step) {
            steps.add(step);
            return this;
        }

        @Override
        public Source open() {
            opened++;
            return new Source() {
                @Override
                public String name() {
                    return "script";
                }

                @Override
                public List<ContextSnapshot> look() throws ViewException {
                    var step = steps.remove();
                    if (step instanceof ContextSnapshot context) {
                        return List.of(context);
                    }
                    throw new ViewException((String) step);
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
