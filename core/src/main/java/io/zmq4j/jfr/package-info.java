/**
 * What Java Flight Recorder is told. The rest of the library knows {@link io.zmq4j.jfr.JfrEvents} and plain values; the classes behind
 * it, which need the module {@code jdk.jfr}, are loaded when Flight Recorder begins to work, and never where it is not there.
 * Safe for any thread; throws nothing. Imports nothing of the project.
 */
@NullMarked
package io.zmq4j.jfr;

import org.jspecify.annotations.NullMarked;
