/** The message: the value that everything else passes around. Imports nothing of the project; safe for any thread. */
@NullMarked
package io.zmq4j.message;

import org.jspecify.annotations.NullMarked;
