/**
 * A peer's two bounded queues (RFC 28's "double queue") and how their two ends wake each other. An end's near side is
 * used with its socket's lock held; everything that crosses is in {@link io.zmq4j.pipe.PipeQueue} and
 * {@link io.zmq4j.pipe.Mailbox}. Imports {@code loop} for its waiters, {@code queue}, {@code event}, {@code message} and
 * {@code zmtp}.
 */
@NullMarked
package io.zmq4j.pipe;

import org.jspecify.annotations.NullMarked;
