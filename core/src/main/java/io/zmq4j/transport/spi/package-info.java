/**
 * What a transport gives and gets that is not a stream of bytes between two: multicast, {@code udp}. Such a
 * transport has no connections and no handshakes, and an endpoint of it is one pipe for good. It hears whether
 * a socket binds or connects. And what says where others are: a directory, to which a socket can be connected. One of another module is
 * found by {@link java.util.ServiceLoader}. Imports {@code options}, {@code event}, {@code message} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.transport.spi;

import org.jspecify.annotations.NullMarked;
