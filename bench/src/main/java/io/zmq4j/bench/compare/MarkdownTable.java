package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown whose columns are aligned, so that it reads as well where nobody renders it. */
final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(List<String> headings) {
        add(headings);
    }

    /** @throws IllegalArgumentException if there are more or fewer cells than headings */
    void add(List<String> cells) {
        if (!rows.isEmpty() && rows.get(0).size() != cells.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + rows.get(0).size() + " headings: " + cells);
        }
        rows.add(cells.stream().map(cell -> cell.replace("|", "\\|")).toList());
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        var widths = Collections.nCopies(rows.get(0).size(), 0).stream()
                .mapToInt(zero -> zero)
                .toArray();
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            append(text, rows.get(i), widths);
            if (i == 0) {
                for (int width : widths) {
                    text.append('|').append("-".repeat(width + 2));
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int... widths) {
        for (int column = 0; column < widths.length; column++) {
            text.append("| ").append(row.get(column)).append(" ".repeat(widths[column] - width(row.get(column)) + 1));
        }
        text.append("|\n");
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
