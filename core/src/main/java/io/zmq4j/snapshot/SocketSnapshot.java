package io.zmq4j.snapshot;

import io.zmq4j.event.SocketStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A socket at a moment.
 *
 * @param id which of its context's sockets it is, in the order in which they were opened, from 1
 * @param type such as {@code PUB}
 * @param name as the application gave it; empty if it gave none
 * @param age since it was opened
 * @param endpoints to which it is bound and connected, in the order in which that was asked for
 * @param sendHighWaterMark what the queue to a peer takes, in messages; 0 for no limit
 * @param receiveHighWaterMark what the queue from a peer takes, in messages; 0 for no limit
 * @param waitingSenders threads that wait in a send at this moment
 * @param waitingReceivers threads that wait in a receive at this moment
 * @param statistics what has passed
 * @param options those whose value is not the default, by name, as text
 * @param connections what became of connections
 */
public record SocketSnapshot(
        long id,
        String type,
        String name,
        Duration age,
        List<EndpointSnapshot> endpoints,
        int sendHighWaterMark,
        int receiveHighWaterMark,
        int waitingSenders,
        int waitingReceivers,
        SocketStatistics statistics,
        Map<String, String> options,
        ConnectionTotals connections) {

    public SocketSnapshot {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(age, "age");
        endpoints = List.copyOf(Objects.requireNonNull(endpoints, "endpoints"));
        Objects.requireNonNull(statistics, "statistics");
        options = Map.copyOf(Objects.requireNonNull(options, "options"));
        Objects.requireNonNull(connections, "connections");
    }

    /** For people: the type, and the name if it has one. */
    public String title() {
        return name.isEmpty() ? type + " #" + id : type + " \"" + name + "\"";
    }
}
