/**
 * The parts of a message's way, each by itself, measured by JMH: {@code zmq bench parts}. They use the library's insides
 * as far as those are public.
 */
@NullMarked
package io.zmq4j.bench.part;

import org.jspecify.annotations.NullMarked;
