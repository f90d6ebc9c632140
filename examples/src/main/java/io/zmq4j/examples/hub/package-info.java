/** A hub: takes in by SUB, hands on by PUB to everybody and by PUSH to one. */
@NullMarked
package io.zmq4j.examples.hub;

import org.jspecify.annotations.NullMarked;
