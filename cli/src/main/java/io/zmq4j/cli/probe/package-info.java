/**
 * What is behind an endpoint, found out without a socket: connections whose bytes go through an engine of {@code zmtp}, so that no
 * message is ever sent and none is taken. Imports {@code zmtp} and
 * {@code names}.
 *
 * <pre>
 *   Probe ──► Route   tcp or ipc: why nobody is reached, in a sentence
 *     │
 *     └────► Dialogue ──► Line    one connection, with deadlines and caps
 *                    └──► Heard   the first bytes: which ZMTP, or what else
 * </pre>
 *
 * <p>The look at the greeting comes first and says nothing of its own but that ({@link io.zmq4j.cli.probe.SilentSecurity}): the
 * peer's type is known before it takes this side for a peer. Then a handshake as each type that does no harm
 * ({@link io.zmq4j.cli.probe.Manners}).
 *
 * <p>One thread.
 */
@NullMarked
package io.zmq4j.cli.probe;

import org.jspecify.annotations.NullMarked;
