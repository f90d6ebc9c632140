/**
 * Bridges to and from Apache Kafka 4, by its own client. Imports {@code bridge.spi}, {@code message} and the client; a source and a sink
 * belong to the bridge's thread, completions come in the producer's.
 */
@NullMarked
package io.zmq4j.bridge.kafka;

import org.jspecify.annotations.NullMarked;
