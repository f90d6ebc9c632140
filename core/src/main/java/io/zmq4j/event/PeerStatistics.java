package io.zmq4j.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has passed between a socket and one of its peers. A connected endpoint is one for as long as it is connected, through any
 * number of connections and before the first; whoever connects to a bound endpoint is a new one with each connection; and a
 * multicast endpoint is one, however many are in the group.
 *
 * @param endpoint the socket's endpoint by which the two met, with the real port or path
 * @param address the other side's address such as {@code 10.0.0.7:40112}, of the last connection; null before the first, and over
 *     {@code inproc} and multicast, where there is none
 * @param type the name of the peer's socket type; null before the first connection, and over multicast
 * @param routingId by what a ROUTER's application knows the peer; at other sockets what the peer announced; mostly empty
 * @param mechanism the name of the security mechanism of the last connection, such as {@code NULL}; null before the first, and over
 *     {@code inproc} and multicast
 * @param connected whether the connection is there, its handshake complete
 * @param connections how many connections there have been, with the one that is there
 * @param age how long the connection has been there; zero if there is none
 * @param sendHighWaterMark how many messages the queue to the peer takes; 0 for no limit
 * @param receiveHighWaterMark how many messages the queue from the peer takes; 0 for no limit
 * @param traffic what has come and gone, on all these connections
 */
public record PeerStatistics(
        String endpoint,
        @Nullable String address,
        @Nullable String type,
        byte[] routingId,
        @Nullable String mechanism,
        boolean connected,
        long connections,
        Duration age,
        int sendHighWaterMark,
        int receiveHighWaterMark,
        Traffic traffic) {

    public PeerStatistics {
        Objects.requireNonNull(endpoint, "endpoint");
        routingId = Objects.requireNonNull(routingId, "routingId").clone();
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(traffic, "traffic");
    }

    /** A copy. */
    @Override
    public byte[] routingId() {
        return routingId.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerStatistics that
                && endpoint.equals(that.endpoint)
                && Objects.equals(address, that.address)
                && Objects.equals(type, that.type)
                && Arrays.equals(routingId, that.routingId)
                && Objects.equals(mechanism, that.mechanism)
                && connected == that.connected
                && connections == that.connections
                && age.equals(that.age)
                && sendHighWaterMark == that.sendHighWaterMark
                && receiveHighWaterMark == that.receiveHighWaterMark
                && traffic.equals(that.traffic);
    }

    @Override
    public int hashCode() {
        return Objects.hash(endpoint, address, Arrays.hashCode(routingId), connections, traffic);
    }

    @Override
    public String toString() {
        return "PeerStatistics[%s, address %s, type %s, routing id 0x%s, %s, %d connections, age %s, %s]"
                .formatted(
                        endpoint,
                        address,
                        type,
                        HexFormat.of().formatHex(routingId),
                        connected ? "connected" : "not connected",
                        connections,
                        age,
                        traffic);
    }
}
