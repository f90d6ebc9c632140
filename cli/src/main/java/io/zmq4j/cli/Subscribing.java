package io.zmq4j.cli;

import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code -s}: what sub and xsub want to hear. */
final class Subscribing {
    @Option(
            names = {"-s", "--subscribe"},
            paramLabel = "TOPIC",
            description = "Receive what starts with this text. Repeatable. Without it: everything.")
    private List<String> topics = new ArrayList<>();

    static boolean isFor(SocketType type) {
        return type == SocketType.SUB || type == SocketType.XSUB;
    }

    /** Subscribes a socket that can; does nothing to others. */
    void apply(Socket socket) {
        for (var topic : topics.isEmpty() ? List.of("") : topics) {
            byte[] bytes = ArgumentBytes.of(topic);
            if (socket instanceof SubSocket sub) {
                sub.subscribe(bytes);
            } else if (socket instanceof XSubSocket xsub) {
                xsub.subscribe(bytes);
            }
        }
    }
}
