/**
 * Addresses of IP as text: numbers alone, never a name, so nobody is asked. Imports nothing of this project. Values and functions, for any thread.
 */
@NullMarked
package io.zmq4j.address;

import org.jspecify.annotations.NullMarked;
