/**
 * The words of ZAP (RFC 27): what is asked about a peer, and what is answered. Without I/O and without state. Imports {@code
 * message}, {@code zmtp}'s {@code mechanism} and {@code wire}. Everything here is safe for any thread.
 */
@NullMarked
package io.zmq4j.zap;

import org.jspecify.annotations.NullMarked;
