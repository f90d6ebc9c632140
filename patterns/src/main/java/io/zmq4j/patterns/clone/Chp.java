package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;

/** The commands of RFC 12 that are no update, and one between the two servers of a pair. */
final class Chp {
    /** A client asks for all that there is: {@code ["ICANHAZ?", subtree]}. */
    static final String ICANHAZ = "ICANHAZ?";

    /**
     * The passive server asks the active one: {@code ["MIRROR?"]}. RFC 12 leaves to the servers how they follow each other. Unlike a
     * client's, its snapshot has ids and properties, which the one that takes over needs.
     */
    static final String MIRROR = "MIRROR?";

    /** The end of a snapshot: a key that no entry can have. */
    static final String KTHXBAI = "KTHXBAI";

    /** A sign of life: a key that no entry can have. */
    static final String HUGZ = "HUGZ";

    /** RFC 12: the sequence number of a HUGZ is eight times zero, its other frames are empty. */
    static final Message HUGZ_MESSAGE = new KeyValue(HUGZ, 0, KeyValue.NONE, KeyValue.NONE, KeyValue.NONE).message();

    private Chp() {}

    static Message askFor(String subtree) {
        return Message.of(ICANHAZ, subtree);
    }

    static Message askForMirror() {
        return Message.of(MIRROR);
    }

    /** RFC 12, KVSYNC: id and properties are empty. */
    static Message sync(KeyValue entry) {
        return entry.withUuid(KeyValue.NONE).withProperties(KeyValue.NONE).message();
    }

    static Message end(long sequence, Frame subtree) {
        return new KeyValue(KTHXBAI, sequence, KeyValue.NONE, KeyValue.NONE, subtree).message();
    }

    /** Whether an entry can have this key. */
    static boolean isKey(String key) {
        return !key.isEmpty() && !key.equals(HUGZ) && !key.equals(KTHXBAI);
    }
}
