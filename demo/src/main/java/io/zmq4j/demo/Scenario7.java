package io.zmq4j.demo;

import io.zmq4j.examples.pipeline.Sink;
import io.zmq4j.examples.pipeline.Ventilator;
import io.zmq4j.examples.pipeline.Worker;
import java.util.List;

/** Pipeline. */
final class Scenario7 implements Scenario {
    private static final int TASKS = 300;

    @Override
    public String name() {
        return "S7";
    }

    @Override
    public String expectation() {
        return "ventilator → 3 workers → sink: " + TASKS + " tasks evenly shared, the sink sees every result once";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say("ventilator: " + cast.server() + ", sink: " + cast.client());
            String tasks = stage.tcp();
            String results = stage.ipc();
            Actor sink = stage.start("sink", cast.client(), Sink.class, results, TASKS);
            stage.start("worker 1", Language.JAVA, Worker.class, tasks, results, "worker-1");
            stage.start("worker 2", Language.PYTHON, Worker.class, tasks, results, "worker-2");
            stage.start("worker 3", Language.PYTHON, Worker.class, tasks, results, "worker-3");
            stage.start("ventilator", cast.server(), Ventilator.class, tasks, TASKS, 3);
            stage.await("the sink's end", sink::hasEndedWell);
            List<String> distinct = sink.lines().stream()
                    .filter(line -> line.startsWith("task "))
                    .map(line -> line.substring(0, line.indexOf(" by ")))
                    .distinct()
                    .toList();
            stage.expect("every result once", distinct.size() == TASKS);
            for (String worker : List.of("worker-1", "worker-2", "worker-3")) {
                long share = sink.count(line -> line.endsWith("by " + worker));
                stage.expect("a third for " + worker + ", not " + share, share == TASKS / 3);
            }
        }
        return TASKS + " results, each once, " + TASKS / 3 + " by each worker";
    }
}
