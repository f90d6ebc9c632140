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

    /** A source's sequence numbers went backwards and it is followed from there. */
    record SourceReset(Tsi source) implements PgmEvent {}

    /** A source said goodbye, if {@code finished}, or was silent for too long, or made room for another one. */
    record SourceGone(Tsi source, boolean finished) implements PgmEvent {}
}
