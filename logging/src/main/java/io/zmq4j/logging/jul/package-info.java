/** The handler of {@code java.util.logging}. Imports {@code io.zmq4j.logging}; called by every thread that logs. */
@NullMarked
package io.zmq4j.logging.jul;

import org.jspecify.annotations.NullMarked;
