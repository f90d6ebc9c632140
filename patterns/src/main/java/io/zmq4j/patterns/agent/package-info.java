/**
 * What the patterns run on: an {@link io.zmq4j.patterns.agent.Agent} owns sockets and a state machine, and is one thread. Not
 * exported. Imports the public face of the library alone. All but {@code Agent.execute} and {@code close} belongs to the agent's
 * thread once it has started.
 */
@NullMarked
package io.zmq4j.patterns.agent;

import org.jspecify.annotations.NullMarked;
