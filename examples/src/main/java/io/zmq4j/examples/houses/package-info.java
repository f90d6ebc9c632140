/** Five houses, each safer than the one before: what a server may know of its clients, and a wire tell those who listen. */
@NullMarked
package io.zmq4j.examples.houses;

import org.jspecify.annotations.NullMarked;
