package io.zmq4j.management;

/** A peer of a socket. */
public interface PeerRow {
    /** The socket's endpoint by which the two met. */
    String getEndpoint();

    /** The other side's address; empty where there is none. */
    String getAddress();

    /** The name of its socket type; empty before the first connection, and over multicast. */
    String getType();

    /** In hexadecimal; mostly empty. */
    String getRoutingId();

    /** Whether the connection is there, its handshake complete. */
    boolean isConnected();

    /** How many connections there have been. */
    long getConnections();

    /** How long the connection has been there; 0 if there is none. */
    long getAgeSeconds();

    long getMessagesReceived();

    long getMessagesSent();

    long getMessagesQueuedIn();

    long getMessagesQueuedOut();
}
