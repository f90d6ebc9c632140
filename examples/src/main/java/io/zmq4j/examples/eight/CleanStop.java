package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import java.time.Duration;

/**
 * A worker that ends well on Ctrl-C and SIGTERM: the task in hand is done, and its result handed over.
 * Arguments: boss TASKS-ENDPOINT RESULTS-ENDPOINT, or worker TASKS-ENDPOINT RESULTS-ENDPOINT.
 */
public final class CleanStop {
    public static void main(String[] args) {
        try (var context = Context.create().closeOnShutdown(Duration.ofSeconds(5))) {
            if (args[0].equals("worker")) {
                var tasks = context.pull();
                tasks.connect(args[1]);
                var results = context.push();
                results.connect(args[2]);
                var work = tasks.onMessage(task -> {
                    System.out.println(task.text());
                    Thread.sleep(100);
                    results.send(task.text() + " done");
                });
                work.await();
            } else {
                var tasks = context.push();
                tasks.bind(args[1]);
                var results = context.pull();
                results.bind(args[2]);
                for (int i = 0; i < 100; i++) {
                    tasks.send("task " + i);
                }
                for (var result : results.messages()) {
                    System.out.println(result.text());
                }
            }
        }
    }
}
