/**
 * From ZeroMQ to an engine that keeps what it gets, and back: the parts that every engine shares.
 */
@NullMarked
package io.zmq4j.bridge;

import org.jspecify.annotations.NullMarked;
