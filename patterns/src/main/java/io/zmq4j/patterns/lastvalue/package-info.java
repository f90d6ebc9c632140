/**
 * The last value cache of the guide: a new subscriber gets the newest message of each topic that it wants. Imports the public face of
 * the library and {@code patterns.agent}, whose thread owns what is not said to be safe for any thread.
 */
@NullMarked
package io.zmq4j.patterns.lastvalue;

import org.jspecify.annotations.NullMarked;
