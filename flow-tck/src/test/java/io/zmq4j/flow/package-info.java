/**
 * What sockets give to reactive streams, tried with the TCK of Reactive Streams for {@link java.util.concurrent.Flow}. By way of
 * exception with TestNG, of which that is made. Imports {@code io.zmq4j} and {@code message}.
 */
@NullMarked
package io.zmq4j.flow;

import org.jspecify.annotations.NullMarked;
