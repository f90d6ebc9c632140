/**
 * The receiving side (RFC 3208, section 6): packets of any number of sources and time in; messages, events, NAKs out.
 * Imports {@code pgm} and {@code packet}. A receiver is owned by one thread at a time.
 */
@NullMarked
package io.zmq4j.multicast.pgm.receiver;

import org.jspecify.annotations.NullMarked;
