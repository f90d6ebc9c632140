/** Football radio: PUB broadcasts, SUB subscribes to what it wants. */
@NullMarked
package io.zmq4j.examples.radio;

import org.jspecify.annotations.NullMarked;
