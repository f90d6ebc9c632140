package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.List;

/**
 * One context of a library that is measured, and the little that the roles need of it. One implementation is loaded in
 * a measured process, so the calls through this interface cost nothing there.
 */
public interface Library extends AutoCloseable {
    /** A socket, with the options of the command line. */
    Peer open(SocketType type);

    /** An XPUB, or another that publishes, which waits where it would drop, and can wait for its subscribers. */
    Peer publisher(SocketType type);

    /** A SUB, or another that subscribes, to everything that the publisher sends. */
    Peer subscriber(SocketType type);

    /** To wait for any of them. */
    Readiness readiness(List<Peer> peers);

    /** Passes messages between two sockets until this is closed. */
    void proxy(Peer frontend, Peer backend);

    /** Closes everything when all that was sent is handed over. */
    void finish();

    /** Gives up what is open. */
    @Override
    void close();
}
