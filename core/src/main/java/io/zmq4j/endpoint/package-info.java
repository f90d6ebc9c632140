/**
 * Where a socket is bound or connected over wires: an acceptor gives each connection that comes a session, a dialer makes
 * connections for one session, again and again. Imports {@code session}, {@code connection}, {@code transport}, {@code loop},
 * {@code options}, {@code event} and {@code zmtp}. Owned by the loop's token.
 */
@NullMarked
package io.zmq4j.endpoint;

import org.jspecify.annotations.NullMarked;
