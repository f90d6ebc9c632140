package io.zmq4j.bench;

import io.zmq4j.Context;
import io.zmq4j.message.Message;

/** {@code inproc_thr SIZE COUNT}: PUSH to PULL between two threads; prints how many messages a second came. */
public final class InprocThr {
    private InprocThr() {}

    public static void main(String... args) {
        Run.printThroughput(run(Run.inproc(args)));
    }

    static double run(Run run) {
        try (var context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            pull.bind(run.endpoint());
            push.connect(run.endpoint());
            var sender = new Thread(() -> Throughput.send(run, bytes -> push.send(Message.wrap(bytes))), "sender");
            sender.start();
            return Throughput.receive(run, () -> pull.receive().buffer(0));
        }
    }
}
