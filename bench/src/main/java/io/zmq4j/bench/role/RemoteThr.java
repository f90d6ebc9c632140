package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;

/** {@code remote_thr}: the sending end of a flood. */
@Command(
        name = "remote_thr",
        description = {
            "PUSH, or DEALER, CLIENT or STREAM: send a flood.",
            "Connects, sends COUNT messages, and prints B/msg, what the process allocated for a message beside its array.",
            "",
        })
public final class RemoteThr extends TypedRole {
    public RemoteThr() {
        super(SocketType.PUSH, SocketType.DEALER, SocketType.CLIENT, SocketType.STREAM);
    }

    @Override
    void play(Library library) {
        var sender = library.open(type());
        sender.connect(endpoint());
        double bytesEach = Flood.send(sender, run());
        library.finish();
        print("B/msg", 1, bytesEach);
    }
}
