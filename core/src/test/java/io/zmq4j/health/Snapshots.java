package io.zmq4j.health;

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
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A made-up context with one socket, changed step by step and looked at in made-up seconds. */
final class Snapshots {
    private static final Instant MADE_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final ConnectionTotals NO_CONNECTIONS = new ConnectionTotals(Map.of(), Map.of(), 0);
    static final String ENDPOINT = "tcp://10.0.0.7:5555";

    String type = "PUSH";
    long pid = 1;
    boolean isLoopAlive = true;
    boolean hasSocket = true;
    int waitingSenders;
    long connectionsMade;
    Map<DropReason, Long> drops = Map.of();
    final List<EndpointSnapshot> endpoints = new ArrayList<>();
    final List<PeerStatistics> peers = new ArrayList<>();
    final List<LoggedEvent> events = new ArrayList<>();

    ContextSnapshot at(int seconds) {
        Duration age = Duration.ofSeconds(seconds);
        var statistics = new SocketStatistics(new Traffic(0, 0, 0, 0, 0, 0), connectionsMade, 0, drops, peers);
        var socket = new SocketSnapshot(
                7, type, "orders", age, endpoints, 1000, 1000, waitingSenders, 0, statistics, Map.of(), NO_CONNECTIONS);
        return new ContextSnapshot(
                "app",
                1,
                "1",
                pid,
                MADE_AT.plus(age),
                age,
                List.of(new LoopSnapshot("app-loop-0", isLoopAlive, 1)),
                hasSocket ? List.of(socket) : List.of(),
                List.of(),
                events);
    }

    Snapshots bound(int peers) {
        endpoints.add(new EndpointSnapshot(ENDPOINT, true, EndpointState.LISTENING, peers, null, null));
        return this;
    }

    Snapshots connected(EndpointState state, @Nullable String error, @Nullable Duration nextTry) {
        int there = state == EndpointState.CONNECTED ? 1 : 0;
        endpoints.add(new EndpointSnapshot(ENDPOINT, false, state, there, error, nextTry));
        return this;
    }

    Snapshots queue(long in, long out) {
        peers.clear();
        peers.add(new PeerStatistics(
                ENDPOINT,
                "10.0.0.9:40112",
                "PULL",
                new byte[0],
                "NULL",
                true,
                1,
                Duration.ofSeconds(1),
                1000,
                500,
                new Traffic(0, 0, 0, 0, in, out)));
        return this;
    }

    Snapshots event(int second, SocketEvent.Type type, @Nullable CloseReason reason) {
        var event = new SocketEvent(type, ENDPOINT, "10.0.0.9:40112", reason, "", 0);
        events.add(new LoggedEvent(events.size() + 1, MADE_AT.plusSeconds(second), 7, "PUSH \"orders\"", event));
        return this;
    }
}
