/**
 * What sockets do, for Micrometer: meters that are read from a context's snapshots, and observations of single messages, with which
 * a trace goes from one process to the next. Imports the public face of {@code core} and its snapshots; nothing here is in the way
 * of a message unless it is sent or received through an observed view. Safe for any thread.
 */
@NullMarked
package io.zmq4j.micrometer;

import org.jspecify.annotations.NullMarked;
