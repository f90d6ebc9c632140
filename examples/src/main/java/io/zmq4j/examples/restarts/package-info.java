/** Requests and replies while client or server are killed and restarted: plain, and with patience. */
@NullMarked
package io.zmq4j.examples.restarts;

import org.jspecify.annotations.NullMarked;
