/**
 * {@code epgm://} as a transport: its endpoints, and links that move packets between UDP and the protocol. A link is owned
 * by whoever is in its socket's link session; the rest are values. Imports {@code pgm} and what is below it.
 */
@NullMarked
package io.zmq4j.multicast;

import org.jspecify.annotations.NullMarked;
