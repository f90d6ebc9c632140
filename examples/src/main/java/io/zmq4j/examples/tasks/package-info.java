/** A thousand tasks from a PUSH to any number of PULLs that are killed and restarted. */
@NullMarked
package io.zmq4j.examples.tasks;

import org.jspecify.annotations.NullMarked;
