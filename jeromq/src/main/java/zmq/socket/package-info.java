/**
 * A handle class for each socket type, in this package and those below it: programs ask by {@code instanceof} what a socket is.
 * The patterns themselves are {@code io.zmq4j}'s. Imports {@code zmq}.
 */
package zmq.socket;
