/**
 * Messages from a socket to Kafka and back: {@code zmq bench bridge}. The ends are the same for all, so that only what carries between
 * them differs. Imports {@code bridge}, Kafka's client, {@code io.zmq4j} and JeroMQ. The command's thread receives; a sender and a
 * loop have one each.
 */
@NullMarked
package io.zmq4j.bench.bridge;

import org.jspecify.annotations.NullMarked;
