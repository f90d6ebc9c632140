package io.zmq4j.multicast.pgm;

import java.net.InetAddress;

/**
 * A packet to send, to {@code destination} and the port of the endpoint. One object for all packets of a source or
 * receiver: what it says is valid until the next one is asked for.
 */
public final class OutgoingPacket {
    private byte[] bytes = {};
    private int length;
    private InetAddress destination;

    public OutgoingPacket(InetAddress destination) {
        this.destination = destination;
    }

    public OutgoingPacket set(byte[] packet, int packetLength, InetAddress to) {
        bytes = packet;
        length = packetLength;
        destination = to;
        return this;
    }

    /** The packet is at the beginning. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public InetAddress destination() {
        return destination;
    }
}
