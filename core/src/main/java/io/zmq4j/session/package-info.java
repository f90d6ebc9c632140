/**
 * What stands between a pipe and the wire: a session pairs a pipe with a connection, a connection is one link with its
 * protocol engine; dialers and acceptors make them, again if need be. A link session is all of that for a transport
 * without connections. Everything is owned by the loop's token, except what a connection's two gates guard, and a link's
 * one. Imports {@code transport}, its {@code spi}, {@code pipe}, {@code loop}, {@code options}, {@code event}, {@code
 * message}, and the engine.
 */
@NullMarked
package io.zmq4j.session;

import org.jspecify.annotations.NullMarked;
