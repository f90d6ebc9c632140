/**
 * The guide's Freelance pattern (RFC 10): clients that know several servers, and need nobody in the middle. Imports the public face of the
 * library and {@code patterns.agent}. {@code Calls} has the client's rules, without sockets, threads or a clock.
 */
@NullMarked
package io.zmq4j.patterns.freelance;

import org.jspecify.annotations.NullMarked;
