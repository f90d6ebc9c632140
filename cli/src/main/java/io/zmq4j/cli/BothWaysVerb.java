package io.zmq4j.cli;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * pair, dealer, router, xpub, xsub, stream, dgram, client, server, peer and channel: send what they are given, print what comes. Both at
 * the same time: a peer that waits for its answers to be read would stop reading else.
 */
@Command
final class BothWaysVerb extends SocketVerb {
    @Mixin
    private final Sending sending = new Sending();

    @Mixin
    private final Receiving receiving = new Receiving();

    @Option(names = "--send-only", description = "End when everything is sent, whatever else may come.")
    private boolean sendOnly;

    @Option(
            names = "--lines",
            description = "Read stdin even where a person types. Without frames it is read if it is a file or a pipe, "
                    + "and by pair and channel always.")
    private boolean lines;

    BothWaysVerb(SocketType type, Streams streams) {
        super(type, streams);
    }

    @Override
    void work(Socket socket) throws IOException {
        if (sendOnly) {
            long sent = sending.sendAll((Sender) socket, streams, quantity, patience);
            if (type == SocketType.XPUB) {
                Audience.expect(socket, sent);
            }
        } else if (hasSomethingToSend()) {
            sendAndReceive(socket);
        } else {
            receiving.printAll((Receiver) socket, streams, quantity, patience);
        }
    }

    private boolean hasSomethingToSend() {
        return sending.hasFrames()
                || lines
                || type == SocketType.PAIR
                || type == SocketType.CHANNEL
                || !streams.interactive();
    }

    private void sendAndReceive(Socket socket) throws IOException {
        var sender = new Background(() -> sending.sendAll((Sender) socket, streams, quantity, patience), socket::close);
        sender.start();
        try {
            receiving.printAll((Receiver) socket, streams, quantity, patience);
        } catch (SocketClosedException e) {
            // Perhaps it was closed because sending failed: that is the error to tell.
            sender.throwFailure();
            throw e;
        }
        sender.await();
    }
}
