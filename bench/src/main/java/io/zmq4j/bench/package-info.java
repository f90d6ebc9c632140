/** {@code zmq bench}: measurements. Never published. */
@NullMarked
package io.zmq4j.bench;

import org.jspecify.annotations.NullMarked;
