/**
 * Peers that move: what stands behind a name, in a file or in a list of the application is connected, and followed while it changes.
 * Imports {@code dns} and {@code asking}, and of core {@code transport.spi}, {@code options}, {@code event} and {@code error}. A
 * directory may be used by any thread; what it asks, by a thread of its own.
 */
@NullMarked
package io.zmq4j.discovery;

import org.jspecify.annotations.NullMarked;
