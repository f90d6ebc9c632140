/**
 * A peer's two bounded queues (RFC 28's "double queue") and how their two ends wake each other. An end's near side is
 * used with its socket's lock held; everything that crosses is in {@link io.zmq4j.pipe.PipeQueue} and
 * {@link io.zmq4j.pipe.Mailbox}; short messages of a flood go through a queue together, in a {@link io.zmq4j.outbox.Run}.
 * Imports {@code outbox}, {@code loop} for its waiters, {@code queue}, {@code jfr}, {@code event}, {@code message}, {@code zmtp} and its {@code wire}.
 */
@NullMarked
package io.zmq4j.pipe;

import org.jspecify.annotations.NullMarked;
