/**
 * Endpoints: where a socket binds or connects, as values read from text, and how their names become addresses; and the
 * transports that other modules bring; and how long a connecting side waits before it tries again. Imports {@code spi}, {@code error}, {@code options} and {@code zmtp}. Values may be
 * used by any thread; {@link io.zmq4j.transport.AddressResolver} blocks and belongs on a thread that may wait.
 */
@NullMarked
package io.zmq4j.transport;

import org.jspecify.annotations.NullMarked;
