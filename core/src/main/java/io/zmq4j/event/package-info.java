/**
 * What the library tells about itself: events, peers, what has passed through a socket, and counters of what it dropped. Safe for
 * any thread. Imports {@code message} and {@code zmtp}.
 */
@NullMarked
package io.zmq4j.event;

import org.jspecify.annotations.NullMarked;
