/** Codecs that speak JSON, by Jackson. Imports the codec and the message; safe for any thread. */
@NullMarked
package io.zmq4j.jackson;

import org.jspecify.annotations.NullMarked;
