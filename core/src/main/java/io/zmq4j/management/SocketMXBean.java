package io.zmq4j.management;

import java.util.List;
import java.util.Map;

/** A socket. Numbers count from the moment it was opened, also for peers that have left. */
public interface SocketMXBean {
    /** Which of its context's sockets it is, from 1. */
    long getId();

    /** Such as {@code PUB}. */
    String getType();

    /** As the application gave it; empty if it gave none. */
    String getName();

    long getAgeSeconds();

    List<EndpointRow> getEndpoints();

    /** The peers, by their addresses; the endpoint where there is none. At most 1000 of them. */
    Map<String, PeerRow> getPeers();

    /** How many connections there are, their handshake complete. */
    long getConnections();

    long getConnectionsMade();

    long getMessagesReceived();

    long getMessagesSent();

    long getBytesReceived();

    long getBytesSent();

    /** Messages that were received and wait for the application. */
    long getMessagesQueuedIn();

    /** Messages that the application has sent and that wait for their peers. */
    long getMessagesQueuedOut();

    /** What the queue from a peer takes, in messages; 0 for no limit. */
    int getReceiveHighWaterMark();

    /** What the queue to a peer takes, in messages; 0 for no limit. */
    int getSendHighWaterMark();

    /** Threads that wait in a send. */
    int getWaitingSenders();

    /** Threads that wait in a receive. */
    int getWaitingReceivers();

    /** Messages that were dropped, by reason. */
    Map<String, Long> getDrops();

    /** The options whose value is not the default, by name; without secrets. */
    Map<String, String> getOptions();

    /** What its context remembers of this socket's events, a line each, the oldest first. */
    String[] getEvents();
}
