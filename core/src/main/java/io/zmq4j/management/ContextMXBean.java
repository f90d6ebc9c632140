package io.zmq4j.management;

import java.util.Map;

/** A context. Numbers of messages and bytes are of all its sockets, those that are closed included, and only grow. */
public interface ContextMXBean {
    String getName();

    /** Which of the contexts of this process it is, from 1. */
    int getNumber();

    /** Of this library. */
    String getVersion();

    long getAgeSeconds();

    /** How many sockets are open. */
    int getSockets();

    /** How many connections there are, their handshake complete. */
    long getConnections();

    /** I/O loops that have been started. */
    int getLoops();

    /** Those of them whose thread has ended: 0, or something is wrong. */
    int getDeadLoops();

    long getMessagesReceived();

    long getMessagesSent();

    long getBytesReceived();

    long getBytesSent();

    /** Messages that were received and wait for the application. */
    long getMessagesQueuedIn();

    /** Messages that the application has sent and that wait for their peers. */
    long getMessagesQueuedOut();

    /** Messages that were dropped, by reason. */
    Map<String, Long> getDrops();

    /** The last events of all sockets, a line each, the oldest first. */
    String[] getEvents();
}
