package io.zmq4j.event;

import io.zmq4j.message.Message;
import java.util.Objects;

/**
 * A message of a peer that the socket has given a number: to a SERVER (RFC 41) or a PEER (RFC 51).
 *
 * @param routingId by which the peer is sent to, as long as it is there; 32 bits without a sign, never 0
 * @param message what it sent, of one frame
 * @param peer the same peer, whose routing id is the number's four bytes, big-endian
 */
public record Routed(int routingId, Message message, Peer peer) {
    public Routed {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(peer, "peer");
    }
}
