package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.multicast.pgm.packet.PacketReader;
import java.util.Arrays;

/** A data packet's data: where it lies, or a copy that waits for what comes before. */
final class Payload {
    /** A payload and its array, about. */
    private static final int OBJECTS = 64;

    byte[] bytes = {};
    int from;
    int end;

    /** Where in its unit the data belongs; 0 for a unit that is not cut. */
    int unitOffset;

    /** The unit's size. */
    int unitSize;

    /** Looks at the data of a packet. */
    Payload of(PacketReader packet) {
        bytes = packet.bytes();
        from = packet.payloadAt();
        end = packet.payloadEnd();
        unitOffset = packet.isFragment() ? packet.fragmentOffset() : 0;
        unitSize = packet.isFragment() ? packet.fragmentTotal() : size();
        return this;
    }

    Payload copy() {
        var copy = new Payload();
        copy.bytes = Arrays.copyOfRange(bytes, from, end);
        copy.end = size();
        copy.unitOffset = unitOffset;
        copy.unitSize = unitSize;
        return copy;
    }

    int size() {
        return end - from;
    }

    /** What a copy costs, with the objects around it: many small ones must not cost more than they seem to. */
    int cost() {
        return size() + OBJECTS;
    }
}
