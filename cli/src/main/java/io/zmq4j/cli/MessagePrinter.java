package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Prints messages to stdout, buffered: whoever prints flushes when nothing more is there. Closing it prints what is left,
 * also when a signal ended the receiving, and leaves stdout open.
 */
final class MessagePrinter implements AutoCloseable {
    private final OutputFormat format;
    private final OutputStream out;

    MessagePrinter(OutputFormat format, OutputStream out) {
        this.format = format;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void print(Message message) throws IOException {
        format.write(message, out);
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
