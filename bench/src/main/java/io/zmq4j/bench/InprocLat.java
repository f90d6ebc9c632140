package io.zmq4j.bench;

import io.zmq4j.Context;
import io.zmq4j.message.Message;

/** {@code inproc_lat SIZE ROUNDTRIPS}: REQ to REP between two threads; prints the time of one way. */
public final class InprocLat {
    private InprocLat() {}

    public static void main(String... args) {
        Run.printLatency(run(Run.inproc(args)));
    }

    static double run(Run run) {
        try (var context = Context.create();
                var rep = context.rep();
                var req = context.req()) {
            rep.bind(run.endpoint());
            req.connect(run.endpoint());
            new Thread(() -> Latency.answer(run, () -> LocalLat.answer(rep)), "answerer").start();
            return Latency.ask(
                    run,
                    bytes -> req.send(Message.wrap(bytes)),
                    () -> req.receive().buffer(0));
        }
    }
}
