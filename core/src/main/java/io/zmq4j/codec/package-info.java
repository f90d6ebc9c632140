/** Codecs, by which sockets send and receive values. Imports the message and its errors; safe for any thread. */
@NullMarked
package io.zmq4j.codec;

import org.jspecify.annotations.NullMarked;
