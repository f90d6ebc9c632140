package io.zmq4j.view.top;

import io.zmq4j.view.LocalJvm;
import io.zmq4j.view.top.Table.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JVMs of this machine, of which the user chooses one. Owned by the thread that draws. */
final class Chooser {
    private static final Table<LocalJvm> TABLE = new Table<>(List.of(
            Column.number("PID", 0, jvm -> String.valueOf(jvm.pid())),
            Column.text("PROGRAM", 1, 10, LocalJvm::command),
            Column.text("ZMQ4J", 2, 5, jvm -> jvm.hasLoop() ? "yes" : "perhaps")));

    private final List<LocalJvm> jvms;
    private int at;

    Chooser(List<LocalJvm> jvms) {
        this.jvms = List.copyOf(jvms);
    }

    /** A heading, and a line for each. */
    List<String> table(int width) {
        return TABLE.lines(jvms, width);
    }

    List<Line> lines(int width, int height) {
        var texts = table(width);
        var lines = new ArrayList<Line>();
        lines.add(new Line("zmq top  Which process?", Style.BOLD));
        lines.add(new Line(Width.padRight(texts.get(0), width), Style.HEADING));
        int shown = Math.min(jvms.size(), Math.max(1, height - 3));
        int from = Math.max(0, Math.min(at - shown / 2, jvms.size() - shown));
        for (int i = from; i < from + shown; i++) {
            lines.add(new Line(texts.get(i + 1), i == at ? Style.SELECTED : Style.PLAIN));
        }
        lines.add(new Line("Up Down move  Enter choose  q quit", Style.DIM));
        return lines.stream().map(line -> line.cut(width)).toList();
    }

    /** Takes a key that moves. */
    void press(Key key) {
        switch (key.kind()) {
            case UP -> at = Math.max(0, at - 1);
            case DOWN -> at = Math.min(jvms.size() - 1, at + 1);
            case HOME -> at = 0;
            case END -> at = jvms.size() - 1;
            default -> {}
        }
    }

    private LocalJvm selected() {
        return jvms.get(at);
    }

    /** The one that the user chooses in the terminal; none if the user quits. */
    static Optional<LocalJvm> choose(Terminal terminal, List<LocalJvm> jvms) throws IOException {
        var chooser = new Chooser(jvms);
        var keyboard = terminal.keyboard();
        while (true) {
            var size = Terminal.size();
            terminal.show(chooser.lines(size.columns(), size.rows()));
            var key = keyboard.next();
            if (key.kind() == Key.Kind.ENTER) {
                return Optional.of(chooser.selected());
            }
            if (key.kind() == Key.Kind.CLOSED || key.character() == 'q') {
                return Optional.empty();
            }
            chooser.press(key);
        }
    }
}
