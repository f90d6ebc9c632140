package io.zmq4j.view.top;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The terminal at stdin and stdout, for as long as it shows a screen: keys come one by one and are not echoed, and what it showed
 * before is there again when it is closed, at the latest when the JVM ends, by whatever signal it can see. Modes are set by
 * {@code stty}. Safe for any thread.
 */
final class Terminal implements AutoCloseable {
    private static final String ENTER = "\033[?1049h\033[?25l";
    private static final String LEAVE = "\033[?25h\033[?1049l";
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}) ([0-9]{1,4})");

    /** Not {@code System.in} and {@code System.out}, which buffer and swallow errors. */
    private final InputStream in = new FileInputStream(FileDescriptor.in);

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private final String modes;
    private final boolean colour;
    private final Thread hook = new Thread(this::restore, "zmq4j-terminal");
    private boolean isRestored;

    /** How much room there is. */
    record Size(int rows, int columns) {}

    private Terminal(String modes, boolean colour) {
        this.modes = modes;
        this.colour = colour;
    }

    /** Whether stdout is a terminal. */
    static boolean isAtStdout() throws IOException {
        var process = new ProcessBuilder("test", "-t", "1")
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Takes the terminal.
     *
     * @param colour whether colours may be used
     * @throws IOException if stdin or stdout is no terminal
     */
    static Terminal open(boolean colour) throws IOException {
        if (!isAtStdout()) {
            throw new IOException("stdout is no terminal: --once prints one screen, --once --json a line for programs");
        }
        String modes;
        try {
            modes = stty("-g");
        } catch (IOException e) {
            throw new IOException("stdin is no terminal, from which keys could come: --once prints one screen", e);
        }
        var terminal = new Terminal(modes, colour);
        Runtime.getRuntime().addShutdownHook(terminal.hook);
        // Ctrl-C still interrupts; Ctrl-Z would leave the shell with a terminal in these modes.
        stty("-icanon", "-echo", "min", "1", "time", "0", "susp", "undef");
        terminal.write(ENTER);
        return terminal;
    }

    /** How much room there is now; a terminal that does not say gets 24 lines of 80 columns. */
    static Size size() {
        try {
            var size = SIZE.matcher(stty("size"));
            if (size.matches() && !size.group(1).equals("0") && !size.group(2).equals("0")) {
                return new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
            }
        } catch (IOException e) {
            // It does not say.
        }
        return new Size(24, 80);
    }

    Keyboard keyboard() {
        return new Keyboard(in);
    }

    /** Shows these lines, the first on top, in place of all that is there. */
    void show(List<Line> lines) throws IOException {
        var text = new StringBuilder("\033[H");
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            text.append(i == 0 ? "" : "\r\n")
                    .append(line.style().paint(line.text(), colour))
                    .append("\033[K");
        }
        write(text.append("\033[J").toString());
    }

    private synchronized void write(String text) throws IOException {
        if (!isRestored) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending.
        }
    }

    private synchronized void restore() {
        if (isRestored) {
            return;
        }
        isRestored = true;
        try {
            out.write(LEAVE.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It is gone.
        }
        try {
            stty(modes);
        } catch (IOException e) {
            // It is gone.
        }
    }

    /** What stty prints; it asks and sets the terminal at stdin. */
    private static String stty(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.DISCARD)
                .start();
        try (var output = process.getInputStream()) {
            var text = new String(output.readNBytes(1000), StandardCharsets.US_ASCII).strip();
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("stty " + String.join(" ", arguments) + " failed");
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
