/**
 * zmq4j bridges to and from NATS JetStream.
 */
@NullMarked
package io.zmq4j.bridge.nats;

import org.jspecify.annotations.NullMarked;
