/** Hello World: REQ asks, REP answers, ten times. */
@NullMarked
package io.zmq4j.examples.hello;

import org.jspecify.annotations.NullMarked;
