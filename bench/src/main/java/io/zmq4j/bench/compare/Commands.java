package io.zmq4j.bench.compare;

import java.nio.file.Path;
import java.util.List;

/** The command lines that were run, as one would type them to repeat a single run by hand. */
record Commands(List<Row> rows, Contestants contestants, Results results, Cores cores, boolean pins) {
    private static final KeyFiles KEYS = KeyFiles.in(Path.of("/tmp/bench-keys"));

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var row : rows) {
            var ofRow = new StringBuilder();
            for (var contestant : contestants.all()) {
                results.counts(row, contestant).ifPresent(counts -> append(ofRow, row, contestant, counts));
            }
            if (!ofRow.isEmpty()) {
                text.append("# ").append(row.name()).append('\n').append(ofRow).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    private void append(StringBuilder text, Row row, Contestant contestant, Counts counts) {
        var ends = row.ends(endpoint(row.transport()), KEYS, counts);
        for (int i = 0; i < ends.size(); i++) {
            var onCores = row.placement().cores(cores, i, ends.size());
            // An assignment before taskset reaches the command after it as well.
            var shown = contestant.shown();
            int command = shown.startsWith("JAVA_HOME=") ? shown.indexOf(' ') + 1 : 0;
            text.append(shown, 0, command)
                    .append(pins && !onCores.isEmpty() ? "taskset -c " + onCores + " " : "")
                    .append(shown.substring(command))
                    .append(' ')
                    .append(ends.get(i))
                    .append(i + 1 < ends.size() ? " &\n" : "\n");
        }
    }

    private static String endpoint(Transport transport) {
        return switch (transport) {
            case TCP -> "tcp://127.0.0.1:5555";
            case IPC -> "ipc:///tmp/bench.ipc";
            case INPROC -> "inproc://bench";
        };
    }
}
