package io.zmq4j.interop;

import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.util.function.Supplier;

/** An implementation of ZeroMQ: makes the sockets at the other end. */
@FunctionalInterface
interface Party {
    /**
     * A socket that hears everything if its type subscribes, the group {@link Pairing#GROUP} if it joins, and is
     * {@link Pairing#THEIR_ID} if it is a ROUTER.
     *
     * @param beats whether it sends heartbeats
     * @param ours our socket at the other end, when it is there
     */
    Partner open(SocketType type, boolean beats, Supplier<Socket> ours);
}
