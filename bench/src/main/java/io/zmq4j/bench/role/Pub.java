package io.zmq4j.bench.role;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pub}: the publishing end. */
@Command(
        name = "pub",
        description = {
            "XPUB: send to all subscribers.",
            "Binds, waits for SUBSCRIBERS subscriptions, sends COUNT messages to each of them, waiting where it would drop, and",
            "prints B/msg, what the process allocated for a message beside its array.",
            "",
        })
public final class Pub extends WireRole {
    private static final byte SUBSCRIBE = 1;

    @Parameters(index = "3", paramLabel = "SUBSCRIBERS", description = "As many subscriptions are waited for.")
    private int subscribers;

    @Override
    void play(Library library) {
        var publisher = library.publisher();
        publisher.bind(endpoint());
        for (int i = 0; i < subscribers; i++) {
            var message = publisher.receive();
            if (message.remaining() == 0 || message.get(0) != SUBSCRIBE) {
                throw new RunFailedException("something else than a subscription came");
            }
        }
        double bytesEach = Flood.send(publisher, run());
        library.finish();
        print("B/msg", 1, bytesEach);
    }
}
