/** The appender of Logback. Imports {@code io.zmq4j.logging} and Logback; called by every thread that logs. */
@NullMarked
package io.zmq4j.logging.logback;

import org.jspecify.annotations.NullMarked;
