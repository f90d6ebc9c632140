package io.zmq4j.cli;

import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** pull, sub, gather and dish: print what comes. */
@Command
final class ReceiveVerb extends SocketVerb {
    @Mixin
    private final Receiving receiving = new Receiving();

    ReceiveVerb(SocketType type, Streams streams) {
        super(type, streams);
    }

    @Override
    void work(Socket socket) throws IOException {
        receiving.printAll((Receiver) socket, streams, quantity, patience);
    }
}
