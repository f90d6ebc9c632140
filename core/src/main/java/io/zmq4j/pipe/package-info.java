/**
 * A peer's two bounded queues (RFC 28's "double queue") and how their two ends wake each other. Imports {@code queue},
 * {@code message}.
 */
@NullMarked
package io.zmq4j.pipe;

import org.jspecify.annotations.NullMarked;
