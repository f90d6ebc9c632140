/** The handles of PUB, SUB, XPUB and XSUB sockets. Imports {@code zmq}. */
package zmq.socket.pubsub;
