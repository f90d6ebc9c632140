package io.zmq4j.view.top;

import io.zmq4j.view.Plain;
import io.zmq4j.view.top.Model.Mode;
import io.zmq4j.view.top.Model.Page;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is shown of a model: a heading, what is wrong, the page, and what keys do. */
final class Screen {
    private static final List<String> KEYS =
            List.of("q quit", "? help", "s sort", "/ filter", "Enter peers", "e events", "p pause");

    private final Model model;
    private final int width;
    private final ZoneId zone;

    /** One with times of this system's zone. */
    Screen(Model model, int width) {
        this(model, width, ZoneId.systemDefault());
    }

    Screen(Model model, int width, ZoneId zone) {
        this.model = model;
        this.width = width;
        this.zone = zone;
    }

    /** As many lines as there is room for. */
    List<Line> lines(int height) {
        var lines = new ArrayList<>(top(height / 3));
        lines.addAll(page(Math.max(1, height - lines.size() - 1)));
        while (lines.size() < height - 1) {
            lines.add(Line.EMPTY);
        }
        lines.subList(Math.max(0, height - 1), lines.size()).clear();
        lines.add(bottom());
        return lines.stream().map(line -> line.cut(width)).toList();
    }

    /** Everything on the page, however many lines it takes, and no keys. */
    List<Line> all() {
        var lines = new ArrayList<>(top(Integer.MAX_VALUE));
        lines.addAll(page(Integer.MAX_VALUE));
        return lines.stream().map(line -> line.cut(width)).toList();
    }

    private List<Line> top(int room) {
        var look = model.look();
        var lines = new ArrayList<>(Heading.lines(look, width));
        var problem = look.problem();
        if (problem != null) {
            lines.addAll(Line.wrapped("! " + Plain.text(problem), Style.ERROR, width));
        }
        if (model.page() != Page.HELP) {
            var findings = Findings.lines(look, width);
            long most = (long) lines.size() + room;
            int told = 0;
            while (told < findings.size() && lines.size() + findings.get(told).size() < most) {
                lines.addAll(findings.get(told++));
            }
            if (told < findings.size()) {
                lines.add(new Line("! " + Figures.count(findings.size() - told, "more finding"), Style.WARNING));
            }
        }
        return lines;
    }

    private List<Line> page(int room) {
        return switch (model.page()) {
            case SOCKETS -> SocketsPage.lines(model, width, room);
            case SOCKET -> scrolled(SocketPage.lines(model, width), room);
            case EVENTS -> scrolled(EventsPage.lines(model, width, zone), room);
            case HELP -> scrolled(HelpPage.lines(), room);
        };
    }

    private List<Line> scrolled(List<Line> lines, int room) {
        int from = model.scrolled(lines.size() - room);
        return lines.subList(from, Math.min(lines.size(), from + Math.min(room, lines.size())));
    }

    private Line bottom() {
        if (model.mode() == Mode.TYPING) {
            return new Line("filter: " + model.filter().text() + "_", Style.BOLD);
        }
        var line = new StringBuilder(model.mode() == Mode.PAUSED ? "PAUSED  " : "");
        if (!model.filter().text().isEmpty()) {
            line.append("with '").append(model.filter().text()).append("'  ");
        }
        for (var key : KEYS) {
            if (Width.of(line.toString()) + key.length() <= width) {
                line.append(key).append("  ");
            }
        }
        return new Line(line.toString().stripTrailing(), Style.DIM);
    }
}
