/** The handles of RADIO and DISH sockets. Imports {@code zmq}. */
package zmq.socket.radiodish;
