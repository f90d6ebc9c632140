/**
 * A ready-made decider about peers: which addresses, users and keys may come in. It is an application of this library as any other,
 * a REP in a thread of its own that speaks RFC 27; whoever wants to decide otherwise writes another. Imports {@code io.zmq4j}, {@code
 * error}, {@code zap} and {@code zmtp}'s mechanisms. Everything here is safe for any thread.
 */
@NullMarked
package io.zmq4j.security;

import org.jspecify.annotations.NullMarked;
