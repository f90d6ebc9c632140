/**
 * The verb {@code broker}: the patterns that need somebody in the middle, or on the other side, as commands. Imports {@code patterns} and
 * picocli. What its sockets are secured with is the {@code Guard} that whoever has the options of security gives.
 */
@NullMarked
package io.zmq4j.services.broker;

import org.jspecify.annotations.NullMarked;
