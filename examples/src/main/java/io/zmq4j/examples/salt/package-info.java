/** A small Salt: a master commands many minions by PUB and SUB, and collects returns by ROUTER and DEALER. */
@NullMarked
package io.zmq4j.examples.salt;

import org.jspecify.annotations.NullMarked;
