/** Small applications that are started, asked and stopped in the JVM of the tests. */
@NullMarked
package io.zmq4j.spring;

import org.jspecify.annotations.NullMarked;
