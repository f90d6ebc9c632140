package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.Printable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end, as its handshake says.
 *
 * @param socketType the name of the peer's socket type; null where no handshake tells
 * @param routingId the routing id it announced, empty for none; not a copy
 * @param version major and minor version spoken on this connection, such as "3.1"; null where it is not ZMTP
 * @param mechanism the name of the security mechanism, such as "NULL"; null where the version has none
 * @param userId as whom it was let in, empty if as nobody in particular; null if nobody was asked
 * @param metadata every property of its READY, names as sent, values as text; what whoever let it in knows of it stands in place of
 *     its own words, and a {@code User-Id} is never among them
 */
public record PeerInfo(
        @Nullable String socketType,
        byte[] routingId,
        @Nullable String version,
        @Nullable String mechanism,
        @Nullable String userId,
        Map<String, String> metadata) {
    public PeerInfo {
        Objects.requireNonNull(routingId, "routingId");
        Objects.requireNonNull(metadata, "metadata");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerInfo that
                && Objects.equals(socketType, that.socketType)
                && Arrays.equals(routingId, that.routingId)
                && Objects.equals(version, that.version)
                && Objects.equals(mechanism, that.mechanism)
                && Objects.equals(userId, that.userId)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(socketType, Arrays.hashCode(routingId), version, mechanism, userId, metadata);
    }

    /** One line for people, with what the peer said escaped. */
    @Override
    public String toString() {
        return "PeerInfo[%s, routing id \"%s\", ZMTP %s, mechanism %s, user %s, %s]"
                .formatted(
                        socketType,
                        Printable.text(routingId),
                        version,
                        mechanism,
                        userId == null ? null : Printable.text(userId),
                        Printable.text(metadata.toString()));
    }
}
