/** The verb {@code broker}: the patterns that need somebody in the middle, as commands. Imports {@code patterns} and picocli. */
@NullMarked
package io.zmq4j.services.broker;

import org.jspecify.annotations.NullMarked;
