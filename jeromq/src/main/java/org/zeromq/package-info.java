/**
 * JeroMQ's API on the sockets of zmq4j: sockets and contexts in {@link org.zeromq.ZMQ} and {@link org.zeromq.ZContext}, messages in
 * {@link org.zeromq.ZMsg} and {@link org.zeromq.ZFrame}, and what is built of them. Names, signatures, numbers and results are those
 * of JeroMQ 0.6, so what was compiled against its jar runs as it is.
 *
 * <p>A socket belongs to one thread at a time unless its class says more; a context is safe for any thread. Imports {@code zmq} and
 * {@code io.zmq4j.jeromq}. Without marks of nullness, as JeroMQ is: sources in Kotlin that take what is received for present would
 * no longer compile.
 */
package org.zeromq;
