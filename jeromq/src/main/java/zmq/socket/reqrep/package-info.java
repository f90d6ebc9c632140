/** The handles of REQ, REP, DEALER and ROUTER sockets. Imports {@code zmq}. */
package zmq.socket.reqrep;
