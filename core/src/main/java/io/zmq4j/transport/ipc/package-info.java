/** UNIX domain sockets. Imports {@code transport} and {@code options}; safe for any thread. */
@NullMarked
package io.zmq4j.transport.ipc;

import org.jspecify.annotations.NullMarked;
