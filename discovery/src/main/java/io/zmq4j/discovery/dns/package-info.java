/**
 * Questions to name servers (RFC 1035, RFC 2782), asked by ourselves: without the JVM's cache, with every record and how long it is good,
 * and with an end to every wait. The codec does no I/O. Imports {@code asking}. No class here knows a socket of ZeroMQ's; what has
 * state belongs to the thread that asks.
 */
@NullMarked
package io.zmq4j.discovery.dns;

import org.jspecify.annotations.NullMarked;
