package io.zmq4j.multicast.pgm;

import io.zmq4j.multicast.pgm.packet.Tsi;
import java.net.InetAddress;

/** Something that happened between a receiver and a source. */
public sealed interface PgmEvent {
    Tsi source();

    /** The first message of a source begins. */
    record SourceJoined(Tsi source, InetAddress address) implements PgmEvent {}

    /** {@code packets} of a source's packets are lost for good; it goes on with the next message start. */
    record DataLost(Tsi source, long packets) implements PgmEvent {}

    /** A message of a source was larger than allowed, or than there was memory for; so many packets of it had come. */
    record MessageRefused(Tsi source, long packets) implements PgmEvent {}

    /** A source's sequence numbers went backwards and it is followed from there. */
    record SourceReset(Tsi source) implements PgmEvent {}

    /** A source is not followed any more. */
    record SourceGone(Tsi source, End why) implements PgmEvent {}

    /** Why a source is not followed any more. */
    enum End {
        /** It said goodbye. */
        FINISHED,
        /** It was not heard for too long. */
        SILENT,
        /** It made room for another one. */
        REPLACED,
        /** It was in no state to be followed. */
        FAILED
    }
}
