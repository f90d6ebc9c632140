/** The guide's programs, each a main class that runs by itself. */
@NullMarked
package io.zmq4j.examples;

import org.jspecify.annotations.NullMarked;
