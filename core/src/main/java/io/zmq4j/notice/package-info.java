/**
 * What a context says to the log by itself, once, about what an application ought to know and may not listen for: connections
 * that fail, messages that are dropped, a close that waits, what was never closed. It hears the events that a socket's listeners
 * hear, by a worker of the context and only while there is trouble. Imports {@code event} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.notice;

import org.jspecify.annotations.NullMarked;
