package io.zmq4j.event;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, as its handshake said.
 *
 * @param endpoint the socket's endpoint by which the two met, with the real port or path
 * @param address the other side's address such as {@code 10.0.0.7:40112}; null over {@code inproc}, {@code udp} and multicast, where there is
 *     none
 * @param type the name of the peer's socket type; null over {@code udp} and multicast, and of a STREAM
 * @param routingId by what a ROUTER's or a STREAM's application knows the peer; at other sockets what the peer announced; mostly empty
 * @param version the version of ZMTP that is spoken, such as "3.1"; null where there is no ZMTP
 * @param mechanism the name of the security mechanism, such as "NULL"; null over {@code inproc} and multicast, and before ZMTP
 *     3.0
 * @param userId as whom the peer was let in, by whoever decides about peers; empty if as nobody in particular, null if nobody was asked
 * @param metadata what the peer told of itself, as text: the properties of its READY, with names in any case; empty over {@code
 *     inproc} and multicast, and before ZMTP 3.0. What whoever let it in says of it stands in place of its own words
 */
public record Peer(
        String endpoint,
        @Nullable String address,
        @Nullable String type,
        byte[] routingId,
        @Nullable String version,
        @Nullable String mechanism,
        @Nullable String userId,
        Map<String, String> metadata) {

    public Peer {
        Objects.requireNonNull(endpoint, "endpoint");
        routingId = Objects.requireNonNull(routingId, "routingId").clone();
        metadata = Properties.copyOf(Objects.requireNonNull(metadata, "metadata"));
    }

    /** One without a connection and its handshake: over {@code inproc} and multicast. */
    public static Peer withoutWire(String endpoint, @Nullable String type, byte[] routingId) {
        return new Peer(endpoint, null, type, routingId, null, null, null, Map.of());
    }

    /** The same peer under another routing id. */
    public Peer as(byte[] routingId) {
        return new Peer(endpoint, address, type, routingId, version, mechanism, userId, metadata);
    }

    /** A copy. */
    @Override
    public byte[] routingId() {
        return routingId.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Peer that
                && endpoint.equals(that.endpoint)
                && Objects.equals(address, that.address)
                && Objects.equals(type, that.type)
                && Arrays.equals(routingId, that.routingId)
                && Objects.equals(version, that.version)
                && Objects.equals(mechanism, that.mechanism)
                && Objects.equals(userId, that.userId)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(endpoint, address, type, Arrays.hashCode(routingId), version, mechanism, userId, metadata);
    }

    /** One line for people. Of the metadata, which is the peer's own words, only how much there is. */
    @Override
    public String toString() {
        return "Peer[%s, address %s, type %s, routing id 0x%s, ZMTP %s, mechanism %s, user %s, %d properties]"
                .formatted(
                        endpoint,
                        address,
                        type,
                        HexFormat.of().formatHex(routingId),
                        version,
                        mechanism,
                        userId,
                        metadata.size());
    }
}
