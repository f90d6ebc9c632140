/** The shop as a process of its own, with customers in Java and in Python. */
@NullMarked
package io.zmq4j.sample;

import org.jspecify.annotations.NullMarked;
