/**
 * The {@linkplain io.zmq4j.test test kit} for JUnit: {@link io.zmq4j.test.junit.ZmqTest} on a test class. Imports {@code
 * io.zmq4j.test} and JUnit Jupiter, which whatever uses this package has.
 */
@NullMarked
package io.zmq4j.test.junit;

import org.jspecify.annotations.NullMarked;
