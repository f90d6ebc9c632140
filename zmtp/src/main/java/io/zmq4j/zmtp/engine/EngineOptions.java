package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What an engine is told at construction.
 *
 * @param socketType our socket's type, announced in the handshake
 * @param routingId our routing id, announced by the types that do; empty for none; at most 255 bytes; kept, not copied
 * @param maxMessageSize largest inbound message in bytes, all frames together; negative for no limit
 * @param handshakeInterval longest handshake, from the first byte's chance to READY; zero for no limit
 * @param heartbeatInterval time between PINGs; zero for none
 * @param heartbeatTtl what we tell the peer: give us up after this much silence; zero for nothing
 * @param heartbeatTimeout longest silence after a PING; zero for no limit
 * @param security what the connection is secured with
 * @param authenticates whether somebody decides about the peer: then no peer comes in who cannot be asked about, such as one of ZMTP
 *     1.0 or 2.0
 * @param metadata further properties that the handshake announces, beside the socket's type and routing id; not to peers of ZMTP 1.0
 *     or 2.0
 */
public record EngineOptions(
        SocketType socketType,
        byte[] routingId,
        long maxMessageSize,
        Duration handshakeInterval,
        Duration heartbeatInterval,
        Duration heartbeatTtl,
        Duration heartbeatTimeout,
        Security security,
        boolean authenticates,
        Map<String, String> metadata) {
    /** With no further properties. */
    public EngineOptions(
            SocketType socketType,
            byte[] routingId,
            long maxMessageSize,
            Duration handshakeInterval,
            Duration heartbeatInterval,
            Duration heartbeatTtl,
            Duration heartbeatTimeout,
            Security security,
            boolean authenticates) {
        this(
                socketType,
                routingId,
                maxMessageSize,
                handshakeInterval,
                heartbeatInterval,
                heartbeatTtl,
                heartbeatTimeout,
                security,
                authenticates,
                Map.of());
    }

    /** With no security. */
    public EngineOptions(
            SocketType socketType,
            byte[] routingId,
            long maxMessageSize,
            Duration handshakeInterval,
            Duration heartbeatInterval,
            Duration heartbeatTtl,
            Duration heartbeatTimeout) {
        this(
                socketType,
                routingId,
                maxMessageSize,
                handshakeInterval,
                heartbeatInterval,
                heartbeatTtl,
                heartbeatTimeout,
                Security.none(),
                false);
    }

    public EngineOptions {
        Objects.requireNonNull(socketType, "socketType");
        Objects.requireNonNull(routingId, "routingId");
        Objects.requireNonNull(handshakeInterval, "handshakeInterval");
        Objects.requireNonNull(heartbeatInterval, "heartbeatInterval");
        Objects.requireNonNull(heartbeatTtl, "heartbeatTtl");
        Objects.requireNonNull(heartbeatTimeout, "heartbeatTimeout");
        Objects.requireNonNull(security, "security");
        metadata = Map.copyOf(Objects.requireNonNull(metadata, "metadata"));
    }
}
