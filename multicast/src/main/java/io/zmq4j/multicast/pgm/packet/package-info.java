/**
 * PGM packets as they are on the wire (RFC 3208, sections 8 and 9): how they are read, checked and written. Knows bits
 * and sizes, not what may come when. Imports nothing of the module, of the project the wire integers.
 */
@NullMarked
package io.zmq4j.multicast.pgm.packet;

import org.jspecify.annotations.NullMarked;
