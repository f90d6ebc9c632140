/**
 * The commands of the Majordomo protocol (RFC 7 for version 0.1, RFC 18 for 0.2) as values, and as the frames they are on the wire.
 * Imports {@code message}. Without sockets, threads or a clock: every class is a value, safe for any thread.
 */
@NullMarked
package io.zmq4j.patterns.majordomo.protocol;

import org.jspecify.annotations.NullMarked;
