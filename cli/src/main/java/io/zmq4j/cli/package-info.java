/** The {@code zmq} command: one class per verb. Imports {@code io.zmq4j} and the packages it exposes. */
@NullMarked
package io.zmq4j.cli;

import org.jspecify.annotations.NullMarked;
