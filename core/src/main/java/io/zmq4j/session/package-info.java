/**
 * What stands between a pipe and the wire: a session pairs a pipe with a connection, and with the next one. A link session is
 * that, and the rest, for a transport without connections. Everything is owned by the loop's token, except what a gate or the
 * socket's lock guards. Imports {@code connection}, {@code transport}, its {@code spi}, {@code pipe}, {@code outbox}, {@code
 * loop}, {@code options}, {@code event}, {@code message}, {@code zap}, {@code zmtp}, its mechanisms and the engine.
 */
@NullMarked
package io.zmq4j.session;

import org.jspecify.annotations.NullMarked;
