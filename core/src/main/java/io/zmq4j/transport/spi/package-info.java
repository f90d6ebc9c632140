/**
 * What a transport from another module gives and gets, if it is not a stream of bytes between two: multicast. Such a
 * transport has no connections and no handshakes, and an endpoint of it is one pipe for good. It hears whether
 * a socket binds or connects. And what says where others are: a directory, to which a socket can be connected. Both are found by
 * {@link java.util.ServiceLoader}. Imports {@code options}, {@code event}, {@code message} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.transport.spi;

import org.jspecify.annotations.NullMarked;
