package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;

/** {@code remote_thr}: the sending end of a flood. */
@Command(
        name = "remote_thr",
        description = {
            "PUSH: send a flood.",
            "Connects, sends COUNT messages, and prints B/msg, what the process allocated for a message beside its array.",
            "",
        })
public final class RemoteThr extends WireRole {
    @Override
    void play(Library library) {
        var push = library.open(SocketType.PUSH);
        push.connect(endpoint());
        double bytesEach = Flood.send(push, run());
        library.finish();
        print("B/msg", 1, bytesEach);
    }
}
