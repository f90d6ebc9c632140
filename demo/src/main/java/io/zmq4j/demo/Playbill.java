package io.zmq4j.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A line for each scenario: on a terminal it is there while the scenario is played and is cut to the terminal's width, elsewhere
 * it is printed at the end and in full. What the actors said is shown only of a scenario that failed.
 */
final class Playbill implements Programme {
    /** Back to the first column, and erase to the end of the line (ECMA-48: EL). */
    private static final String OVER_IT = "\r\033[K";

    private final PrintStream out;
    private final int width;
    private ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** @param width columns of the terminal, 0 if there is none */
    Playbill(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public Console begins(Scenario scenario) {
        if (width > 0) {
            out.print(cut(Outcome.unknown(scenario)));
            out.flush();
        }
        said = new ByteArrayOutputStream();
        return new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Override
    public void ends(Outcome outcome) {
        out.println(width > 0 ? OVER_IT + cut(outcome.line()) : outcome.line());
        if (!outcome.success()) {
            out.print(said.toString(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** The last column stays free: some terminals begin another line with it. */
    private String cut(String line) {
        return line.length() < width ? line : line.substring(0, Math.max(0, width - 2)) + "…";
    }
}
