/** Echo, balanced: even requests to the first server, odd ones to the second. */
@NullMarked
package io.zmq4j.examples.balanced;

import org.jspecify.annotations.NullMarked;
