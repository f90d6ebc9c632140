/**
 * One connection's protocol, without I/O, threads or a clock. Imports {@code mechanism}, {@code wire},
 * {@code zmtp} and {@code message}.
 *
 * <p>The inbound half is driven by one thread at a time, the outbound half by one thread at a time; the two may be
 * different threads.
 */
@NullMarked
package io.zmq4j.zmtp.engine;

import org.jspecify.annotations.NullMarked;
