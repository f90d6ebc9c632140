/** UNIX domain sockets and their endpoints. Imports {@code transport}, {@code loop}, {@code options} and {@code error}; safe for any thread. */
@NullMarked
package io.zmq4j.transport.ipc;

import org.jspecify.annotations.NullMarked;
