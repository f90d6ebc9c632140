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

    /** An XPUB that waits where it would drop, and receives a message for every subscription, repeated ones as well. */
    Peer publisher();

    /** A SUB to everything. */
    Peer subscriber();

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
