/** Ventilator, workers, sink: PUSH shares work out, PULL collects results. */
@NullMarked
package io.zmq4j.examples.pipeline;

import org.jspecify.annotations.NullMarked;
