package io.zmq4j.bench;

import io.zmq4j.Context;

/** {@code local_thr ENDPOINT SIZE COUNT}: PULL, binds, and prints how many messages a second came. */
public final class LocalThr {
    private LocalThr() {}

    public static void main(String... args) {
        Run.printThroughput(run(Run.of(args)));
    }

    static double run(Run run) {
        try (var context = Context.create();
                var pull = context.pull()) {
            pull.bind(run.endpoint());
            return Throughput.receive(run, () -> pull.receive().buffer(0));
        }
    }
}
