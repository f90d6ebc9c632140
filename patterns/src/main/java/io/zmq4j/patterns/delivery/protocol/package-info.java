/**
 * What the two sides of a delivery say to each other, and what each of them remembers: commands, links, windows, what is
 * outstanding, what is to be acknowledged. Pure: no socket, no thread, no clock; times are nanoseconds of {@link
 * java.lang.System#nanoTime} that the caller gives. Imports {@code io.zmq4j.message} alone. Everything of one side is
 * guarded by that side's lock, but for what a receiver does for each message: taking one ({@code Consignment}) and acknowledging it
 * ({@code Receipt}) need no lock.
 */
@NullMarked
package io.zmq4j.patterns.delivery.protocol;

import org.jspecify.annotations.NullMarked;
