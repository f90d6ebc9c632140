/**
 * Sockets of one context connected to each other directly: no wire, no session, one pair of queues; and their endpoints. Imports
 * {@code transport}, {@code pipe}, {@code outbox}, {@code loop}, {@code options}, {@code error}, {@code event}, {@code message} and
 * {@code zmtp}. Safe for any thread.
 */
@NullMarked
package io.zmq4j.inproc;

import org.jspecify.annotations.NullMarked;
