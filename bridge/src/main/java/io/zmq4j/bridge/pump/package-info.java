/**
 * From a source to a sink: what is under way, when to go back, when to stop. No threads, no clock and no sockets of its own: time is
 * a parameter. Imports {@code progress} and {@code spi}. Everything belongs to the bridge's thread, but for {@code Signal} and the completions of a write.
 */
@NullMarked
package io.zmq4j.bridge.pump;

import org.jspecify.annotations.NullMarked;
