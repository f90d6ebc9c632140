package io.zmq4j.health;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a snapshot's events tell of each endpoint and socket: a first look finds by it what began before. */
final class History {
    private record Place(long socketId, String endpoint) {}

    /** Peers that a bound endpoint kept out, and the last of them. */
    record Refusals(int count, Duration since, LoggedEvent last) {}

    private final Instant now;
    private final Duration memory;
    private final Map<Place, LoggedEvent> troubles = new HashMap<>();
    private final Map<Place, LoggedEvent> wrongPeers = new HashMap<>();
    private final Map<Place, Refusals> refusals = new HashMap<>();
    private final Map<Long, LoggedEvent> departures = new HashMap<>();

    History(ContextSnapshot snapshot, Duration memory) {
        now = snapshot.takenAt();
        this.memory = memory;
        snapshot.events().forEach(this::tell);
    }

    private void tell(LoggedEvent logged) {
        SocketEvent event = logged.event();
        var place = new Place(logged.socketId(), event.endpoint());
        switch (event.type()) {
            case HANDSHAKE_SUCCEEDED -> {
                troubles.remove(place);
                wrongPeers.remove(place);
            }
            case CONNECT_RETRIED -> troubles.putIfAbsent(place, logged);
            case DISCONNECTED -> {
                troubles.putIfAbsent(place, logged);
                departures.put(logged.socketId(), logged);
            }
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> {
                troubles.putIfAbsent(place, logged);
                if (isMistake(event.reason())) {
                    wrongPeers.put(place, logged);
                    refuse(place, logged);
                } else {
                    wrongPeers.remove(place);
                }
            }
            case CLOSED -> {
                troubles.remove(place);
                wrongPeers.remove(place);
                refusals.remove(place);
            }
            default -> {}
        }
    }

    private void refuse(Place place, LoggedEvent logged) {
        Duration since = ago(logged);
        if (since.compareTo(memory) <= 0) {
            refusals.merge(
                    place,
                    new Refusals(1, since, logged),
                    (earlier, one) -> new Refusals(earlier.count + 1, earlier.since, logged));
        }
    }

    /** Whether somebody set one of the two sides up for something else: it does not pass by itself, and is no scanner of ports. */
    private static boolean isMistake(@Nullable CloseReason reason) {
        return reason == CloseReason.INCOMPATIBLE_SOCKET_TYPE
                || reason == CloseReason.MECHANISM_MISMATCH
                || reason == CloseReason.AUTHENTICATION_FAILED;
    }

    private Duration ago(LoggedEvent logged) {
        Duration ago = Duration.between(logged.at(), now);
        return ago.isNegative() ? Duration.ZERO : ago;
    }

    private Duration ago(@Nullable LoggedEvent logged, Duration otherwise) {
        return logged == null ? otherwise : ago(logged);
    }

    /** How long an endpoint has had no handshake, as far as the events reach. */
    Duration failingFor(long socketId, String endpoint) {
        return ago(troubles.get(new Place(socketId, endpoint)), Duration.ZERO);
    }

    /** Whether the last one that answered at a connected endpoint does not belong there. */
    boolean hasWrongPeer(long socketId, String endpoint) {
        return wrongPeers.containsKey(new Place(socketId, endpoint));
    }

    /** Whom a bound endpoint kept out lately; null if nobody. */
    @Nullable
    Refusals refusals(long socketId, String endpoint) {
        return refusals.get(new Place(socketId, endpoint));
    }

    /** How long ago somebody left the socket; zero if the events do not reach there. */
    Duration lastLeft(long socketId) {
        return ago(departures.get(socketId), Duration.ZERO);
    }
}
