/**
 * The public face: {@link io.zmq4j.Context}, one class for each socket type, {@link io.zmq4j.Poller},
 * {@link io.zmq4j.Proxy}. Everything here is safe for any thread. Imports everything below it; nothing imports it.
 *
 * <p>Nothing may be null that is not {@code @Nullable}: an argument that is null after all is a
 * {@link NullPointerException} with its name, thrown at once, and nothing has changed.
 */
@NullMarked
package io.zmq4j;

import org.jspecify.annotations.NullMarked;
