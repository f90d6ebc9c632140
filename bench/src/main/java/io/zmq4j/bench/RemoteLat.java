package io.zmq4j.bench;

import io.zmq4j.Context;
import io.zmq4j.message.Message;

/** {@code remote_lat ENDPOINT SIZE ROUNDTRIPS}: REQ, connects, and prints the time of one way. */
public final class RemoteLat {
    private RemoteLat() {}

    public static void main(String... args) {
        Run.printLatency(run(Run.of(args)));
    }

    static double run(Run run) {
        try (var context = Context.create();
                var req = context.req()) {
            req.connect(run.endpoint());
            return Latency.ask(
                    run,
                    bytes -> req.send(Message.wrap(bytes)),
                    () -> req.receive().buffer(0));
        }
    }
}
