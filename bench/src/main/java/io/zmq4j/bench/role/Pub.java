package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pub}: the publishing end. */
@Command(
        name = "pub",
        description = {
            "XPUB, or RADIO: send to all subscribers.",
            "Binds, waits for SUBSCRIBERS subscriptions, sends COUNT messages to each of them, waiting where it would drop, and",
            "prints B/msg, what the process allocated for a message beside its array.",
            "",
        })
public final class Pub extends TypedRole {
    @Parameters(index = "3", paramLabel = "SUBSCRIBERS", description = "As many subscriptions are waited for.")
    private int subscribers;

    public Pub() {
        super(SocketType.XPUB, SocketType.RADIO);
    }

    @Override
    void play(Library library) {
        var publisher = library.publisher(type());
        publisher.bind(endpoint());
        publisher.awaitSubscribers(subscribers);
        double bytesEach = Flood.send(publisher, run());
        library.finish();
        print("B/msg", 1, bytesEach);
    }
}
