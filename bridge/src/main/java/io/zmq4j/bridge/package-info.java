/**
 * From ZeroMQ to an engine that keeps what it gets, and back: what an application opens, and looks at. Imports {@code pump}, {@code replay}, {@code
 * progress} and {@code spi}. Safe for any thread; a bridge has one of its own.
 */
@NullMarked
package io.zmq4j.bridge;

import org.jspecify.annotations.NullMarked;
