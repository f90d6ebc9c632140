/**
 * The sending side of one transport session (RFC 3208, section 5): messages, NAKs and time in, packets out. Imports
 * {@code pgm} and {@code packet}. A source is owned by one thread at a time.
 */
@NullMarked
package io.zmq4j.multicast.pgm.source;

import org.jspecify.annotations.NullMarked;
