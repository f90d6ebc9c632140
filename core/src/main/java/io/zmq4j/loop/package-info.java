/**
 * I/O loops without a thread of their own: a thread that waits, works. Imports {@code jfr}.
 *
 * <p>A loop's token is held by the one thread that waits in its selector; everything that is said to be "owned by the
 * token" is touched by its holder only.
 */
@NullMarked
package io.zmq4j.loop;

import org.jspecify.annotations.NullMarked;
