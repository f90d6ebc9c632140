/**
 * zmq4j bridges to and from Apache Kafka.
 */
@NullMarked
package io.zmq4j.bridge.kafka;

import org.jspecify.annotations.NullMarked;
