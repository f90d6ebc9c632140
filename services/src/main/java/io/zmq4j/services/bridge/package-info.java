/** The verb {@code bridge}: from ZeroMQ to an engine that keeps what it gets, and back. Imports {@code bridge} and picocli. */
@NullMarked
package io.zmq4j.services.bridge;

import org.jspecify.annotations.NullMarked;
