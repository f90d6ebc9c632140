/** Stream: a program that is no ZeroMQ talks to one that is. */
@NullMarked
package io.zmq4j.examples.stream;

import org.jspecify.annotations.NullMarked;
