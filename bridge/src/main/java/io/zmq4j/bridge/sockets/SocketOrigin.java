package io.zmq4j.bridge.sockets;

import io.zmq4j.bridge.spi.Origin;

/** The number that a message got when it was read. Nobody can ask for it again. */
record SocketOrigin(String run, long number) implements Origin {
    @Override
    public String id() {
        return run + "-" + number;
    }
}
