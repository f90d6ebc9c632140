package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints messages to stdout, buffered: whoever prints flushes when nothing more is there. Closing it prints what is left,
 * also when a signal ended the receiving, and leaves stdout open.
 */
final class MessagePrinter implements AutoCloseable {
    private static final Path STDOUT = Path.of("/dev/stdout");

    private final OutputFormat format;
    private final OutputStream out;

    MessagePrinter(OutputFormat format, OutputStream out) {
        this.format = format;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void print(Message message) throws IOException {
        try {
            format.write(message, out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** A file cannot be written when the disk is full; anything else only when its reader is gone. */
    private static IOException failed(IOException e) {
        return Files.isRegularFile(STDOUT) ? e : new OutputClosedException(e);
    }
}
