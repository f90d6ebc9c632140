package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import java.util.Arrays;

/**
 * A group of RFC 48, as a key. Comparable, because then a {@link java.util.HashMap} stays fast even if peers choose groups of the
 * same hash.
 */
record Group(byte[] bytes) implements Comparable<Group> {
    /** RFC 48, "Group". */
    private static final int LONGEST = 255;

    /** The group that a subscription or its end names behind its first octet. */
    static Group of(byte[] subscription) {
        return new Group(Arrays.copyOfRange(subscription, 1, subscription.length));
    }

    /**
     * A group that the application names.
     *
     * @throws IllegalArgumentException if it is longer than 255 bytes, or has a zero byte
     */
    static Group checked(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a group of " + bytes.length + " bytes: at most " + LONGEST + " are allowed");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new IllegalArgumentException(
                        "a group whose byte " + i + " is 0: bytes from 1 to 255 are allowed");
            }
        }
        return new Group(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As text, if it is one: for people. */
    @Override
    public String toString() {
        return Message.wrap(bytes).first().toString();
    }

    @Override
    public int compareTo(Group that) {
        return Arrays.compare(bytes, that.bytes);
    }
}
