package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.io.OutputStream;

/** How a received message is printed. The names are those on the command line. */
enum OutputFormat {
    /** {@link TextLine}. */
    text {
        @Override
        void write(Message message, OutputStream out) throws IOException {
            TextLine.write(message, out);
            out.write('\n');
        }
    },
    /** {@link JsonLine}. */
    jsonl {
        @Override
        void write(Message message, OutputStream out) throws IOException {
            JsonLine.write(message, out);
            out.write('\n');
        }
    },
    /** The frames' bytes and nothing between them. */
    raw {
        @Override
        void write(Message message, OutputStream out) throws IOException {
            for (int i = 0; i < message.frameCount(); i++) {
                out.write(message.bytes(i));
            }
        }
    };

    abstract void write(Message message, OutputStream out) throws IOException;
}
