/**
 * What programs name of JeroMQ's lower layer: constants and errors, the message, and thin handles of socket and context. Imports
 * {@code io.zmq4j} through {@code io.zmq4j.jeromq}; a handle is used by the thread that uses its socket.
 */
package zmq;
