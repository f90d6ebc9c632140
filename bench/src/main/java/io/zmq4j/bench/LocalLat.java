package io.zmq4j.bench;

import io.zmq4j.Context;
import io.zmq4j.RepSocket;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/** {@code local_lat ENDPOINT SIZE ROUNDTRIPS}: REP, binds. */
public final class LocalLat {
    private LocalLat() {}

    public static void main(String... args) {
        run(Run.of(args));
    }

    static void run(Run run) {
        try (var context = Context.create();
                var rep = context.rep()) {
            rep.bind(run.endpoint());
            Latency.answer(run, () -> answer(rep));
        }
    }

    static ByteBuffer answer(RepSocket rep) {
        Message question = rep.receive();
        rep.send(question);
        return question.buffer(0);
    }
}
