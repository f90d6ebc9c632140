/** Metadata of the peer that a message came from. Imports {@code java.base} alone; values. */
package zmq.io;
