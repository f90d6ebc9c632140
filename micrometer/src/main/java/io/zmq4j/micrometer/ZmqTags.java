package io.zmq4j.micrometer;

import io.micrometer.common.docs.KeyName;

/** The tags of {@link ZmqMeters}. No value comes from a peer, but that of {@link #PEER}. */
public enum ZmqTags implements KeyName {
    /** The context's name, with {@code -2} and so on behind it if the registry has one of that name. */
    CONTEXT("context"),
    /** The socket's name; {@code -} for those without, {@code other} for names beyond a hundred. */
    SOCKET("socket"),
    /** The socket's type, such as {@code PUB}. */
    TYPE("type"),
    /** Why, in small letters, such as {@code queue_full}. */
    REASON("reason"),
    /** How it stands, in small letters, such as {@code waiting}. */
    STATE("state"),
    /** {@code send} or {@code receive}. */
    QUEUE("queue"),
    /** The endpoint that is connected, or the host of the one who connected; {@code other} for those beyond a hundred. */
    PEER("peer");

    private final String key;

    ZmqTags(String key) {
        this.key = key;
    }

    @Override
    public String asString() {
        return key;
    }
}
