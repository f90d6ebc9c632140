package io.zmq4j.view.top;

import io.zmq4j.view.Plain;
import io.zmq4j.view.top.Model.Mode;
import io.zmq4j.view.top.Model.Page;
import java.util.ArrayList;
import java.util.List;

/** What is shown of a model: a heading, what is wrong, the page, and what keys do. */
final class Screen {
    private static final int MOST_FINDINGS = 4;
    private static final List<String> KEYS =
            List.of("q quit", "? help", "s sort", "/ filter", "Enter peers", "e events", "p pause");

    private final Model model;
    private final int width;

    Screen(Model model, int width) {
        this.model = model;
        this.width = width;
    }

    /** As many lines as there is room for; a height of at least 5 is made use of. */
    List<Line> lines(int height) {
        var lines = new ArrayList<>(top());
        int room = Math.max(1, height - lines.size() - 1);
        lines.addAll(page(room));
        while (lines.size() < height - 1) {
            lines.add(Line.EMPTY);
        }
        lines.subList(Math.min(lines.size(), Math.max(0, height - 1)), lines.size())
                .clear();
        lines.add(bottom());
        return lines.stream().map(line -> line.cut(width)).toList();
    }

    /** Everything on the page, however many lines it takes, and no keys. */
    List<Line> all() {
        var lines = new ArrayList<>(top());
        lines.addAll(page(Integer.MAX_VALUE));
        return lines.stream().map(line -> line.cut(width)).toList();
    }

    private List<Line> top() {
        var look = model.look();
        var lines = new ArrayList<>(Heading.lines(look, width));
        var problem = look.problem();
        if (problem != null) {
            lines.addAll(Line.wrapped("! " + Plain.text(problem), Style.ERROR, width));
        }
        if (model.page() != Page.HELP) {
            var findings = Findings.lines(look, width);
            findings.stream().limit(MOST_FINDINGS).forEach(lines::addAll);
            if (findings.size() > MOST_FINDINGS) {
                lines.add(new Line("  and " + (findings.size() - MOST_FINDINGS) + " more", Style.DIM));
            }
        }
        return lines;
    }

    private List<Line> page(int room) {
        return switch (model.page()) {
            case SOCKETS -> SocketsPage.lines(model, width, room);
            case SOCKET -> scrolled(SocketPage.lines(model, width), room);
            case EVENTS -> scrolled(EventsPage.lines(model, width), room);
            case HELP -> scrolled(HelpPage.lines(), room);
        };
    }

    private List<Line> scrolled(List<Line> lines, int room) {
        int from = model.scrolled(lines.size() - room);
        return lines.subList(from, Math.min(lines.size(), from + Math.min(room, lines.size())));
    }

    private Line bottom() {
        if (model.mode() == Mode.TYPING) {
            return new Line("filter: " + model.filter() + "_", Style.BOLD);
        }
        var line = new StringBuilder(model.mode() == Mode.PAUSED ? "PAUSED  " : "");
        for (var key : KEYS) {
            if (Width.of(line.toString()) + key.length() <= width) {
                line.append(key).append("  ");
            }
        }
        return new Line(line.toString().stripTrailing(), Style.DIM);
    }
}
