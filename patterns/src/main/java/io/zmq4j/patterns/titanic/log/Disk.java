package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What can fail in writing; a seam for the tests of a full disk. */
interface Disk {
    /** The real one. */
    Disk REAL = new Disk() {};

    /** Writes all of it, or throws; then some of it may be written. */
    default void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    /** Returns when what was written would survive the loss of power. */
    default void force(FileChannel file) throws IOException {
        file.force(false);
    }
}
