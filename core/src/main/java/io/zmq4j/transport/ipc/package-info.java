/** UNIX domain sockets. Imports {@code transport}, {@code options} and {@code error}; safe for any thread. */
@NullMarked
package io.zmq4j.transport.ipc;

import org.jspecify.annotations.NullMarked;
