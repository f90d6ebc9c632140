/**
 * What all transports share: an endpoint's text, what is open there, and how it stands; wires, which carry a connection's bytes, and what
 * makes them; endpoints of the transports and directories that other modules bring; and how long a connecting side waits before it tries
 * again. Imports {@code spi}, {@code loop}, {@code error}, {@code event}, {@code options}, {@code engine} and {@code zmtp}. Values may be used by any
 * thread, a wire as its gates say.
 */
@NullMarked
package io.zmq4j.transport;

import org.jspecify.annotations.NullMarked;
