/**
 * Security handshakes: commands in, steps out. Imports {@code zmtp} and {@code wire}; knows no socket and no
 * connection. Owned by the thread that drives a connection's inbound half.
 */
@NullMarked
package io.zmq4j.zmtp.mechanism;

import org.jspecify.annotations.NullMarked;
