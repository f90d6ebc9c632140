/**
 * CURVE, the security mechanism (RFC 25 and 26): keys and certificates of an application, and both sides of the handshake, which
 * are owned by the thread that drives a connection's inbound half. Imports {@code cipher}, and {@code mechanism}, {@code wire} and
 * {@code zmtp} of the protocol.
 */
@NullMarked
package io.zmq4j.curve;

import org.jspecify.annotations.NullMarked;
