/**
 * Sockets of one context connected to each other directly: no wire, no session, one pair of queues. Imports
 * {@code pipe}, {@code error}, {@code event}, {@code message} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.inproc;

import org.jspecify.annotations.NullMarked;
