/** TCP. Imports {@code transport} and {@code options}; safe for any thread. */
@NullMarked
package io.zmq4j.transport.tcp;

import org.jspecify.annotations.NullMarked;
