/**
 * Socket options: typed keys with unit, default and check, interfaces with a method of each option's name, and a socket's values.
 * Imports {@code zmtp} and its mechanisms. Everything here is safe for any thread.
 */
@NullMarked
package io.zmq4j.options;

import org.jspecify.annotations.NullMarked;
