package io.zmq4j.jfr;

import io.zmq4j.Context;

/** Talks, and says whether Flight Recorder is there. */
final class NoRecorder {
    private NoRecorder() {}

    public static void main(String[] arguments) {
        try (var context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            push.send("hello");
            System.out.println(pull.receiveText() + ", recorder: "
                    + ModuleLayer.boot().findModule("jdk.jfr").isPresent());
        }
    }
}
