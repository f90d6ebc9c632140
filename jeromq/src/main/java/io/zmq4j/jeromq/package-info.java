/** What stands between JeroMQ's API and zmq4j's sockets: codes for errors, numbers for options, waiting in a selector. Not exported. */
@NullMarked
package io.zmq4j.jeromq;

import org.jspecify.annotations.NullMarked;
