package io.zmq4j.bench.role;

import java.nio.ByteBuffer;

/**
 * A socket of the library that is measured. Messages have one frame, behind what the socket's type puts in front. Owned by one thread
 * at a time.
 */
interface Peer {
    /** What a message begins with that tells of a subscription. */
    byte SUBSCRIBE = 1;

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

    /** Of a publisher: waits until so many have subscribed. An XPUB receives a message for each of them. */
    default void awaitSubscribers(int count) {
        for (int i = 0; i < count; i++) {
            var message = receive();
            if (message.remaining() == 0 || message.get(0) != SUBSCRIBE) {
                throw new RunFailedException("something else than a subscription came");
            }
        }
    }
}
