/** Pair: two programs talk to each other and to nobody else. */
@NullMarked
package io.zmq4j.examples.pair;

import org.jspecify.annotations.NullMarked;
