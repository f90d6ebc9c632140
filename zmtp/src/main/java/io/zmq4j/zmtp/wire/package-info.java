/**
 * ZMTP's bits and sizes: greeting, frames and the messages they make, commands, metadata. Imports {@code zmtp} and
 * {@code message}.
 */
@NullMarked
package io.zmq4j.zmtp.wire;

import org.jspecify.annotations.NullMarked;
