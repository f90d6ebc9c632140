package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import java.time.Duration;
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
 * @param mechanism makes each connection's security mechanism
 */
public record EngineOptions(
        SocketType socketType,
        byte[] routingId,
        long maxMessageSize,
        Duration handshakeInterval,
        Duration heartbeatInterval,
        Duration heartbeatTtl,
        Duration heartbeatTimeout,
        Mechanism.Factory mechanism) {
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
                NullMechanism::new);
    }

    public EngineOptions {
        Objects.requireNonNull(socketType, "socketType");
        Objects.requireNonNull(routingId, "routingId");
        Objects.requireNonNull(handshakeInterval, "handshakeInterval");
        Objects.requireNonNull(heartbeatInterval, "heartbeatInterval");
        Objects.requireNonNull(heartbeatTtl, "heartbeatTtl");
        Objects.requireNonNull(heartbeatTimeout, "heartbeatTimeout");
        Objects.requireNonNull(mechanism, "mechanism");
    }
}
