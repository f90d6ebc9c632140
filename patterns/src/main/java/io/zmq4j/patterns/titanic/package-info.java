/**
 * Titanic (RFC 9): a service that keeps requests on disk until they are answered, and replies until they are fetched, on top of Majordomo.
 * Imports {@code majordomo} and {@code titanic.log}. {@code RequestStore} is the rules, of one thread, without sockets; {@code StoreThread}
 * is that thread, {@code Dispatcher} another one.
 */
@NullMarked
package io.zmq4j.patterns.titanic;

import org.jspecify.annotations.NullMarked;
