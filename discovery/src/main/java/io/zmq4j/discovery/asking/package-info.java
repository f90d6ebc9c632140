/**
 * What directories have in common that have to ask: a thread that asks again and again, and how often. Imports {@code transport.spi} and
 * {@code event} of core. A question belongs to the thread that asks it.
 */
@NullMarked
package io.zmq4j.discovery.asking;

import org.jspecify.annotations.NullMarked;
