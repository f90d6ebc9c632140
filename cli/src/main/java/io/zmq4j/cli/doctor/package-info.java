/**
 * What of this machine, and of the JVM on it, gets in the way of ZeroMQ, and what to do about it. Each {@link io.zmq4j.cli.doctor.Check}
 * looks at one thing and is given what it looks at; {@link io.zmq4j.cli.doctor.Checkup} gives them this machine. Imports {@code names} alone.
 *
 * <p>One thread.
 */
@NullMarked
package io.zmq4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
