/**
 * Log records over ZeroMQ. A record is a message of two frames, as pyzmq's {@code PUBHandler} makes them: a topic,
 * {@code ROOT.LEVEL.SUBTOPIC}, and the text. So {@code python -m zmq.log} and {@code zmq log} print the records of either.
 *
 * <p>{@link io.zmq4j.logging.LogPublisher} has what the handlers have in common: the socket, the topic, and the promise that a record
 * neither waits nor leads to another record. The handlers are in packages of their own, {@code jul}, {@code logback} and
 * {@code log4j2}; each is a class or two that are loaded where its framework names them, so that one artifact serves all three and
 * demands none: an artifact each would have been three times a pom around one class.
 *
 * <p>Imports {@code io.zmq4j} and what that exports. Every thread of an application publishes through it, its own; there are no threads
 * but those of the context.
 */
@NullMarked
package io.zmq4j.logging;

import org.jspecify.annotations.NullMarked;
