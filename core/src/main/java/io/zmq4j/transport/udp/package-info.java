/**
 * {@code udp://}: a datagram for each message, to one machine or to a multicast group, without connections. Its {@code Layout}s say how
 * a message stands in a datagram, without I/O. Imports {@code spi}, {@code address}, {@code options}, {@code error}, {@code event}, {@code message}
 * and {@code zmtp}. A link is used by one thread at a time, as the {@code spi} says.
 */
@NullMarked
package io.zmq4j.transport.udp;

import org.jspecify.annotations.NullMarked;
