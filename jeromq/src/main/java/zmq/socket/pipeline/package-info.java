/** The handles of PUSH and PULL sockets. Imports {@code zmq}. */
package zmq.socket.pipeline;
