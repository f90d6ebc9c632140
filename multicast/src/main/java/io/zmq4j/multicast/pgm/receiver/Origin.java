package io.zmq4j.multicast.pgm.receiver;

import java.net.InetAddress;

/** An address that sources send from: how many they are, and how much they make a receiver keep. */
final class Origin {
    private final InetAddress address;
    private int sources;
    private long bytes;

    Origin(InetAddress address) {
        this.address = address;
    }

    InetAddress address() {
        return address;
    }

    int sources() {
        return sources;
    }

    long bytes() {
        return bytes;
    }

    void addSources(int count) {
        sources += count;
    }

    void addBytes(long count) {
        bytes += count;
    }
}
