package io.zmq4j.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/** The terminal at stdout, of which Java 17 tells nothing: a shell does. */
final class Terminal {
    /** If the terminal does not know its own, as one that is none but in name. */
    private static final int USUAL_WIDTH = 80;

    private Terminal() {}

    /** Its columns; 0 if stdout is no terminal. */
    static int width() {
        var ask = new ProcessBuilder("sh", "-c", "[ -t 1 ] && stty size <&1 >&2").redirectOutput(Redirect.INHERIT);
        try {
            Process shell = ask.start();
            String answer = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
            return shell.waitFor() == 0 ? columns(answer) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Of "rows columns". */
    static int columns(String size) {
        String columns = size.strip().replaceFirst("^\\d+ ", "");
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
