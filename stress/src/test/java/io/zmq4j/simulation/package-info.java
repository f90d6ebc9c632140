/**
 * Whole contexts in virtual time: sockets that talk over a network in memory, whose delays, short calls and breaks follow from
 * a seed. A {@link io.zmq4j.simulation.Simulation} is a conversation of a few hundred messages and says what must come of it.
 * {@link io.zmq4j.simulation.SimulatedTransport} stands where the classes under test have TCP, so they run from
 * {@code connect} to the last byte as they are.
 *
 * <p>Imports whatever it tries. As everything in a trial it is touched by one thread at a time; a monitor here keeps the turn
 * while something must not be seen half done.
 */
package io.zmq4j.simulation;
