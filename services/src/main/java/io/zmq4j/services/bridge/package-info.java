/**
 * The verb {@code bridge}: from ZeroMQ to an engine that keeps what it gets, and back. Imports {@code bridge}, picocli and the JDK's HTTP
 * server. The command's thread waits; the bridge and the server have their own.
 */
@NullMarked
package io.zmq4j.services.bridge;

import org.jspecify.annotations.NullMarked;
