/**
 * The public face: {@link io.zmq4j.Context}, one class for each socket type, {@link io.zmq4j.Poller},
 * {@link io.zmq4j.Proxy}. Everything here is safe for any thread. Imports everything below it; nothing imports it.
 */
@NullMarked
package io.zmq4j;

import org.jspecify.annotations.NullMarked;
