package io.zmq4j.examples.eight;

import io.zmq4j.Context;

/**
 * Tasks are dealt out to workers, and their results collected in one place.
 * Arguments: ventilator ENDPOINT TASKS, worker TASKS-ENDPOINT RESULTS-ENDPOINT, or sink ENDPOINT RESULTS.
 */
public final class TaskPipeline {
    public static void main(String[] args) {
        try (var context = Context.create()) {
            if (args[0].equals("ventilator")) {
                var push = context.push();
                push.bind(args[1]);
                for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                    push.send("task " + i);
                }
            } else if (args[0].equals("worker")) {
                var tasks = context.pull();
                tasks.connect(args[1]);
                var results = context.push();
                results.connect(args[2]);
                for (var task : tasks.messages()) {
                    results.send(task.text() + " done");
                }
            } else {
                var pull = context.pull();
                pull.bind(args[1]);
                pull.stream().limit(Long.parseLong(args[2])).forEach(result -> System.out.println(result.text()));
            }
        }
    }
}
