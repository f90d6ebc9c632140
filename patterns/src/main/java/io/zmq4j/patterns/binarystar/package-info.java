/**
 * Binary Star, the guide's pair of servers of which one serves: which of the two that is. Imports the public face of the library and
 * {@code patterns.agent}. The rules are in {@code StarMachine}, without sockets, threads or a clock.
 */
@NullMarked
package io.zmq4j.patterns.binarystar;

import org.jspecify.annotations.NullMarked;
