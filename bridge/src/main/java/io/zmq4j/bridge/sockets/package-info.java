/**
 * The ends of a bridge that are ZeroMQ sockets. Imports {@code spi}, {@code io.zmq4j}, {@code error} and {@code
 * patterns.delivery}; a source and a sink belong to the bridge's thread.
 */
@NullMarked
package io.zmq4j.bridge.sockets;

import org.jspecify.annotations.NullMarked;
