/**
 * Majordomo (RFC 7, RFC 18 and RFC 8): a broker that hands requests for named services to workers, and the two ends of it. Imports
 * the sockets of {@code io.zmq4j}, {@code agent} and {@code majordomo.protocol}. {@code BrokerMachine} and {@code WorkerDialog} are the rules,
 * without sockets, threads or a clock; a broker and a worker each run theirs in a thread of their own, a client has no thread.
 */
@NullMarked
package io.zmq4j.patterns.majordomo;

import org.jspecify.annotations.NullMarked;
