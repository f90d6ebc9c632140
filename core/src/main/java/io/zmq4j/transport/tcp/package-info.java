/** TCP. Imports {@code transport}, {@code options} and {@code error}; safe for any thread. */
@NullMarked
package io.zmq4j.transport.tcp;

import org.jspecify.annotations.NullMarked;
