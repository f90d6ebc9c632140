package io.zmq4j.interop;

import io.zmq4j.message.Message;

/** The socket at the other end of a conversation, whoever made it. */
interface Partner {
    /** How often it sends heartbeats, and ours, where they do: often, as a test waits for one. */
    int BEAT_MILLIS = 4;

    String bind(String endpoint);

    void connect(String endpoint);

    /** Does its part of the beginning, if nothing of its own does. */
    default void greet() {}

    /** Lets it look at what has come, where that needs a call. */
    default void attend() {}

    /** Does its part of a heartbeat, if nothing of its own does. */
    default void beat() {}

    /** A ROUTER, SERVER, PEER, STREAM or DGRAM sends to whom the first frame says. */
    void send(Message message);

    /** A ROUTER, SERVER, PEER, STREAM or DGRAM says in a first frame from whom it is. */
    Message receive();

    void close();
}
