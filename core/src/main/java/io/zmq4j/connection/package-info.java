/**
 * One link to a peer: a wire, a protocol engine, and the two gates through which any thread moves bytes between them; and the
 * buffers that are lent for that. Knows no socket and no endpoint: what it serves is its {@link
 * io.zmq4j.connection.Connection.Owner}. Imports {@code transport}, {@code pipe}, {@code loop}, {@code jfr}, {@code message}, {@code zmtp} and the
 * engine. State and timers are owned by the loop's token, each half by its gate.
 */
@NullMarked
package io.zmq4j.connection;

import org.jspecify.annotations.NullMarked;
