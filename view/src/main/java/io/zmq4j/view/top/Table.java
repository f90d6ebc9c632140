package io.zmq4j.view.top;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table in which as many columns are shown as the width allows, the most important ones.
 *
 * @param <R> what a row is of
 */
record Table<R>(List<Column<R>> columns) {
    private static final int GAP = 2;

    /**
     * A column.
     *
     * @param heading its name
     * @param rank the column of the highest is left out first
     * @param isNumber whether it stands at the right
     * @param least how narrow it may become, if its cells are wider
     * @param cell of a row
     */
    record Column<R>(String heading, int rank, boolean isNumber, int least, Function<R, String> cell) {
        static <R> Column<R> number(String heading, int rank, Function<R, String> cell) {
            return new Column<>(heading, rank, true, Integer.MAX_VALUE, cell);
        }

        static <R> Column<R> text(String heading, int rank, int least, Function<R, String> cell) {
            return new Column<>(heading, rank, false, least, cell);
        }
    }

    /** The heading, and a line for each row, in this order. */
    List<String> lines(List<R> rows, int width) {
        var cells = new ArrayList<List<String>>();
        var widths = new int[columns.size()];
        var least = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            var column = columns.get(i);
            var texts = new ArrayList<String>();
            texts.add(column.heading);
            rows.forEach(row -> texts.add(column.cell.apply(row)));
            cells.add(texts);
            widths[i] = texts.stream().mapToInt(Width::of).max().orElse(0);
            least[i] = Math.min(widths[i], Math.max(column.least, Width.of(column.heading)));
        }
        var shown = fitting(least, width);
        widen(shown, least, widths, width);
        return IntStream.rangeClosed(0, rows.size())
                .mapToObj(row -> line(shown, cells, row, least))
                .toList();
    }

    /** The columns for which there is room, in their order. */
    private List<Integer> fitting(int[] least, int width) {
        var byRank = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> columns.get(i).rank))
                .toList();
        var shown = new ArrayList<Integer>();
        int taken = -GAP;
        for (int i : byRank) {
            taken += least[i] + GAP;
            if (taken > width && !shown.isEmpty()) {
                break;
            }
            shown.add(i);
        }
        shown.sort(Comparator.naturalOrder());
        return shown;
    }

    /** Gives what is left of the width to those that are narrower than their cells, from the left. */
    private static void widen(List<Integer> shown, int[] widths, int[] wanted, int width) {
        int left = width + GAP;
        for (int i : shown) {
            left -= widths[i] + GAP;
        }
        for (int i : shown) {
            int more = Math.max(0, Math.min(left, wanted[i] - widths[i]));
            widths[i] += more;
            left -= more;
        }
    }

    private String line(List<Integer> shown, List<List<String>> cells, int row, int[] widths) {
        var line = new StringBuilder();
        for (int i : shown) {
            if (line.length() > 0) {
                line.append(" ".repeat(GAP));
            }
            var cell = Width.cut(cells.get(i).get(row), widths[i]);
            line.append(columns.get(i).isNumber ? Width.padLeft(cell, widths[i]) : Width.padRight(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
