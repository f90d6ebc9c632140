/** The handles of CLIENT and SERVER sockets. Imports {@code zmq}. */
package zmq.socket.clientserver;
