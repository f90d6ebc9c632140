/**
 * What an engine gives so that a bridge can read from it and write to it: {@link io.zmq4j.bridge.spi.Connector}, {@link
 * io.zmq4j.bridge.spi.Source}, {@link io.zmq4j.bridge.spi.Sink}, and what passes between them. Imports {@code io.zmq4j} and {@code
 * message}; a source and a sink belong to the bridge's thread, but for the completions of a sink.
 */
@NullMarked
package io.zmq4j.bridge.spi;

import org.jspecify.annotations.NullMarked;
