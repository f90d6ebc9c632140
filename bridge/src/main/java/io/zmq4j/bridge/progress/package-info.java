/** How a bridge stands, as values. Imports nothing. */
@NullMarked
package io.zmq4j.bridge.progress;

import org.jspecify.annotations.NullMarked;
