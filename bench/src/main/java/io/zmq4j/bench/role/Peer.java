package io.zmq4j.bench.role;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A socket of the library that is measured. Messages have one frame. Owned by one thread at a time. */
interface Peer {
    /** Gives the endpoint with the real port. */
    String bind(String endpoint);

    void connect(String endpoint);

    /** Sends the array itself, if the library can. */
    void send(byte[] message);

    ByteBuffer receive();

    /** The next message if there is one now. */
    @Nullable
    ByteBuffer tryReceive();

    /** Receives a message and sends it back. */
    ByteBuffer answer();
}
