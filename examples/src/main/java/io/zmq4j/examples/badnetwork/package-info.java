/** Filtered radio over a network that goes quiet: prefix filters and heartbeats. */
@NullMarked
package io.zmq4j.examples.badnetwork;

import org.jspecify.annotations.NullMarked;
