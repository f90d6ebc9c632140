/**
 * The socket types, a row each in {@code Rows}: traits for the machine under the socket, and a pattern, a
 * small object that decides where a message goes and where the next one comes from. Patterns see pipes and nothing else.
 * Called with the socket's lock held, from any thread; never block. Imports {@code pipe}, {@code outbox}, {@code address}, {@code options}, {@code event},
 * {@code error}, {@code message} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.pattern;

import org.jspecify.annotations.NullMarked;
