package io.zmq4j.bench.role;

import java.nio.ByteBuffer;

/** A socket of the library that is measured. Messages have one frame. Owned by one thread at a time. */
interface Peer {
    /** Gives the endpoint with the real port. */
    String bind(String endpoint);

    void connect(String endpoint);

    /** Sends the array itself, if the library can. */
    void send(byte[] message);

    ByteBuffer receive();

    /** Receives a message and enters it. Here and not at the caller's, so that no view of it need outlive the call. */
    void receive(Ledger ledger);

    /** Receives and enters the next message if there is one now; returns whether there was. */
    boolean tryReceive(Ledger ledger);

    /** Receives a message, sends it back and enters it. */
    void answer(Ledger ledger);
}
