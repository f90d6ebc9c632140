/**
 * What the source and the receiver of PGM (RFC 3208) share: options, the rate limit, packets on their way out, events
 * and counters. Imports {@code packet}. Like all below it without I/O, threads or a clock; an object is owned by whoever
 * owns the source or receiver it belongs to.
 */
@NullMarked
package io.zmq4j.multicast.pgm;

import org.jspecify.annotations.NullMarked;
