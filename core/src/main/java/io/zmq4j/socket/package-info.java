/**
 * The one socket machine under all typed faces, and what is built on it: monitor, poller, proxy; and
 * the table of transports, {@code Schemes}. Safe for any thread.
 * Imports everything but the public face.
 */
@NullMarked
package io.zmq4j.socket;

import org.jspecify.annotations.NullMarked;
