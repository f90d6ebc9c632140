package io.zmq4j.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The three streams of a command, which tests replace by their own.
 *
 * @param in stdin, not buffered
 * @param out stdout, not buffered; it throws {@link OutputClosedException} when its reader is gone
 * @param err stderr
 * @param interactive whether a person types at stdin
 */
record Streams(InputStream in, OutputStream out, PrintStream err, boolean interactive) {
    static Streams standard() {
        return new Streams(new StandardInput(), new StandardOutput(), System.err, StandardInput.isInteractive());
    }
}
