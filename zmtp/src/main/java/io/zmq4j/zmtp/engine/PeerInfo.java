package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.SocketType;
import java.util.Map;

/**
 * Who is at the other end, as its handshake says.
 *
 * @param socketType the peer's socket type
 * @param routingId the routing id it announced, empty for none
 * @param version major and minor version spoken on this connection, such as "3.1"
 * @param metadata every property of its READY, names as sent, values as text
 */
public record PeerInfo(SocketType socketType, byte[] routingId, String version, Map<String, String> metadata) {}
