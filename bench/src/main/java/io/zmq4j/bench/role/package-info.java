/**
 * The roles: what one process of a benchmark does. A {@link io.zmq4j.bench.role.Role} is written once, against
 * {@link io.zmq4j.bench.role.Library}, and played by zmq4j, by JeroMQ and, as far as that goes, by plain sockets; so
 * that all of them do the same work. {@code perf.c} has the same roles for libzmq.
 */
@NullMarked
package io.zmq4j.bench.role;

import org.jspecify.annotations.NullMarked;
