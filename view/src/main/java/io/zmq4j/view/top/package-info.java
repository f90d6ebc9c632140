/**
 * The verb {@code top}: what a process's sockets do, live in a terminal. A {@link io.zmq4j.view.top.Model} is what the user has
 * chosen to see, and changes by keys; a {@link io.zmq4j.view.top.Screen} makes lines of it and of what was last seen; neither knows
 * a terminal. Imports {@code io.zmq4j.view}, the public API and picocli.
 *
 * <p>One thread draws and owns the model; one looks at the process, as that may take its time; one reads keys.
 */
@NullMarked
package io.zmq4j.view.top;

import org.jspecify.annotations.NullMarked;
