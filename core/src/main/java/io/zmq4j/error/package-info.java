/** What a caller of the API can get wrong or run into. Imports the message. */
@NullMarked
package io.zmq4j.error;

import org.jspecify.annotations.NullMarked;
