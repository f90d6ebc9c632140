package io.zmq4j.stress;

import java.util.ArrayDeque;
import java.util.List;

/** What was done in a trial and by whom. The end of it is kept to be told; the whole of it, as a number. */
final class Story {
    private static final int STEPS = 120;
    private static final int LINES = 80;

    private record Line(long nanos, Object who, String what) {}

    /** The last steps, in a ring: the task's number and the site's. */
    private final int[] steps = new int[STEPS];

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private int kept;
    private long fingerprint;

    /** A step that others may see. */
    void pass(Task task, int site) {
        fingerprint = 31 * fingerprint + (task.number << 24 | site);
    }

    /** A step at which the turn may go to another. */
    void keep(Task task, int site) {
        steps[kept++ % STEPS] = task.number << 24 | site;
    }

    /** Something that the one who reads of a failure wants to know. */
    void tell(long nanos, Object who, String what) {
        if (lines.size() == LINES) {
            lines.poll();
        }
        lines.add(new Line(nanos, who, what));
    }

    /** Equal for two trials in which everybody did the same in the same order. */
    long fingerprint() {
        return fingerprint;
    }

    String text(List<Task> tasks) {
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(String.format("  %,14d µs  %s: %s%n", line.nanos / 1000, line.who, line.what));
        }
        int before = -1;
        for (int i = Math.max(0, kept - STEPS); i < kept; i++) {
            int step = steps[i % STEPS];
            int number = step >>> 24;
            if (number != before) {
                text.append("  ").append(tasks.get(number)).append('\n');
                before = number;
            }
            text.append("      ").append(Sites.text(step & 0xffffff)).append('\n');
        }
        return text.toString();
    }
}
