/**
 * Gossip without sockets, threads or a clock: what a node knows, whom it tells, and what it believes. Messages and time go in, messages
 * come out. Imports {@code message} of core. Each object belongs to one thread at a time.
 */
@NullMarked
package io.zmq4j.discovery.gossip;

import org.jspecify.annotations.NullMarked;
