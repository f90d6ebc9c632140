/**
 * GSSAPI, the security mechanism (RFC 38), by Kerberos and as libzmq speaks it: both sides of the handshake, which are owned by the
 * thread that drives a connection's inbound half, and what seals the traffic. Imports {@code mechanism}, {@code wire} and {@code zmtp} of
 * the protocol, and {@code org.ietf.jgss}, which may read files and talk to a KDC: so what asks it for more than a few octets of
 * arithmetic is {@linkplain io.zmq4j.zmtp.mechanism.Ask.Work work}.
 */
@NullMarked
package io.zmq4j.gssapi;

import org.jspecify.annotations.NullMarked;
