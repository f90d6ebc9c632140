package io.zmq4j.bench;

import io.zmq4j.Context;
import io.zmq4j.message.Message;

/** {@code remote_thr ENDPOINT SIZE COUNT}: PUSH, connects. */
public final class RemoteThr {
    private RemoteThr() {}

    public static void main(String... args) {
        run(Run.of(args));
    }

    static void run(Run run) {
        try (var context = Context.create();
                var push = context.push()) {
            push.connect(run.endpoint());
            Throughput.send(run, bytes -> push.send(Message.wrap(bytes)));
        }
    }
}
