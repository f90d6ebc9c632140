/**
 * Clone, the guide's shared map (RFC 12, CHP): servers, clients, and what passes between them. Imports the public face of the library,
 * {@code patterns.agent} and {@code patterns.binarystar}. What the protocol demands is in classes without sockets, threads or a
 * clock: {@code KeyValue}, {@code Store}, {@code Authority}, {@code Follower}, {@code Unacknowledged}. All but the public classes is
 * owned by the thread of one agent.
 */
@NullMarked
package io.zmq4j.patterns.clone;

import org.jspecify.annotations.NullMarked;
