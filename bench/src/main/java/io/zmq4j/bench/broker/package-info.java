/** Requests through somebody in the middle: {@code zmq bench majordomo}. The ends are the same for all, so that only the middle differs. */
@NullMarked
package io.zmq4j.bench.broker;

import org.jspecify.annotations.NullMarked;
