/** The appender of Log4j 2. Imports {@code io.zmq4j.logging} and Log4j; called by every thread that logs. */
@NullMarked
package io.zmq4j.logging.log4j2;

import org.jspecify.annotations.NullMarked;
