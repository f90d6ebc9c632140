/**
 * Bridges to and from NATS JetStream, by its own client. Imports {@code bridge.spi}, {@code message} and the client; a source and a sink
 * belong to the bridge's thread, completions come in the client's.
 */
@NullMarked
package io.zmq4j.bridge.nats;

import org.jspecify.annotations.NullMarked;
