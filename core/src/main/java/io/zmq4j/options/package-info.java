/**
 * Socket options: typed keys with unit, default and check, and a socket's values. Imports {@code zmtp} and its
 * mechanisms. Everything here is safe for any thread.
 */
@NullMarked
package io.zmq4j.options;

import org.jspecify.annotations.NullMarked;
