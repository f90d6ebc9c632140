package io.zmq4j.socket;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.pipe.PipeEnd;

/** Sums over peers. Those over a socket's peers that have left are guarded by its lock. */
final class Totals {
    private long messagesIn;
    private long bytesIn;
    private long messagesOut;
    private long bytesOut;
    private long queuedIn;
    private long queuedOut;
    private long connectionsMade;
    private long connectionsEnded;

    Totals() {}

    Totals(Totals others) {
        messagesIn = others.messagesIn;
        bytesIn = others.bytesIn;
        messagesOut = others.messagesOut;
        bytesOut = others.bytesOut;
        connectionsMade = others.connectionsMade;
        connectionsEnded = others.connectionsEnded;
    }

    /** A peer that has left, and of which nothing waits. Allocates nothing: it cannot fail. */
    void add(PipeEnd left) {
        messagesIn += left.messagesIn();
        bytesIn += left.bytesIn();
        messagesOut += left.messagesOut();
        bytesOut += left.bytesOut();
        connectionsMade += left.connections();
        connectionsEnded += left.connections();
    }

    void add(PeerStatistics peer) {
        Traffic traffic = peer.traffic();
        messagesIn += traffic.messagesIn();
        bytesIn += traffic.bytesIn();
        messagesOut += traffic.messagesOut();
        bytesOut += traffic.bytesOut();
        queuedIn += traffic.queuedIn();
        queuedOut += traffic.queuedOut();
        connectionsMade += peer.connections();
        connectionsEnded += peer.connections() - (peer.connected() ? 1 : 0);
    }

    /** Messages that were read and wait where it is not known any more from whom they are. */
    void addQueuedIn(long messages) {
        queuedIn += messages;
    }

    Traffic traffic() {
        return new Traffic(messagesIn, bytesIn, messagesOut, bytesOut, queuedIn, queuedOut);
    }

    long connectionsMade() {
        return connectionsMade;
    }

    long connectionsEnded() {
        return connectionsEnded;
    }
}
