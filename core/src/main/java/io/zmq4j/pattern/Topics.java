package io.zmq4j.pattern;

/** A pattern of publish-subscribe, where topics are known. */
public interface Topics {
    /** How many distinct topics the peers have subscribed to, or this side at its peers. */
    int topicCount();
}
