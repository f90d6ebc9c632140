/** Conversations with other implementations: libzmq through pyzmq, and JeroMQ. */
@NullMarked
package io.zmq4j.interop;

import org.jspecify.annotations.NullMarked;
