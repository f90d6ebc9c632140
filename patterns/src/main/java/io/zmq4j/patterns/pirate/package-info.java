/**
 * The guide's pirates: requests that outlive those who answer them. Lazy Pirate is the client's part, Paranoid Pirate (RFC 6) the queue
 * and its workers. Imports the public face of the library and {@code patterns.agent}. {@code Workers} has the queue's rules, without
 * sockets, threads or a clock.
 */
@NullMarked
package io.zmq4j.patterns.pirate;

import org.jspecify.annotations.NullMarked;
