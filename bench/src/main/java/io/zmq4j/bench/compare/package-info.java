/**
 * {@code zmq bench compare}: plays the same work with zmq4j, libzmq, JeroMQ and raw sockets by turns, and reports.
 *
 * <pre>
 *   Rows, Bars, Curves      what is played and what must hold, as data
 *   Schedule                in which order
 *   Match                   plays it, with a Player (processes, or a scripted one in tests), into Results
 *   Report, chart           Results as text and pictures
 * </pre>
 *
 * Everything runs in the thread that calls the command; the measured roles are processes of their own and are known here
 * by their command lines alone. May import {@code chart}, picocli, the keys of {@code curve} and the JDK.
 */
@NullMarked
package io.zmq4j.bench.compare;

import org.jspecify.annotations.NullMarked;
