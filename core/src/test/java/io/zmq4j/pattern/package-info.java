/** The patterns with pipes that are two lists: no threads, no time, no network. */
@NullMarked
package io.zmq4j.pattern;

import org.jspecify.annotations.NullMarked;
