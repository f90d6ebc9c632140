package io.zmq4j.cli;

import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** push, pub, scatter and radio: send, then end when all is handed over. */
@Command
final class SendVerb extends SocketVerb {
    @Mixin
    private final Sending sending = new Sending();

    SendVerb(SocketType type, Streams streams) {
        super(type, streams);
    }

    @Override
    void work(Socket socket) throws IOException {
        long sent = sending.sendAll((Sender) socket, streams, quantity, patience);
        if (type.topics() == SocketType.Topics.PUBLISHES) {
            Audience.expect(socket, sent);
        }
    }
}
