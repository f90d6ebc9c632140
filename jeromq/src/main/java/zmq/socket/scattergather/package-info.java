/** The handles of SCATTER and GATHER sockets. Imports {@code zmq}. */
package zmq.socket.scattergather;
