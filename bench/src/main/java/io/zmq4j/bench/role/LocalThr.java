package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code local_thr}: the receiving end of a flood. */
@Command(
        name = "local_thr",
        description = {
            "PULL, or ROUTER, SERVER or STREAM: take a flood, and print msg/s.",
            "Binds and takes COUNT messages, from as many senders as there are. Before the last line it prints B/msg, what the",
            "process allocated for a message.",
            "",
        })
public final class LocalThr extends TypedRole {
    @Option(
            names = "--no-numbers",
            description = "The sender does not number its messages, as libzmq's remote_thr: check size and count only.")
    private boolean withoutNumbers;

    public LocalThr() {
        super(SocketType.PULL, SocketType.ROUTER, SocketType.SERVER, SocketType.STREAM);
    }

    @Override
    void play(Library library) {
        var receiver = library.open(type());
        receiver.bind(endpoint());
        var received = Flood.receive(receiver, run(), new Ledger(run().size(), !withoutNumbers));
        print("B/msg", 1, received.bytesEach());
        print("msg/s", 0, received.perSecond());
    }
}
