/** Queues between two threads. Imports nothing of the project. */
@NullMarked
package io.zmq4j.queue;

import org.jspecify.annotations.NullMarked;
