package io.zmq4j.pattern;

/** A pattern that owes an answer to what it has received. */
public interface Answering {
    /** Whether there is a request that was not answered. */
    boolean owesReply();

    /** Gives no answer to the last request: the next call may be a receive. Without effect if none is owed. */
    void forgo();
}
