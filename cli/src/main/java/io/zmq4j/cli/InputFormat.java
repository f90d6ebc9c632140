package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How stdin becomes messages. The names are those on the command line. */
enum InputFormat {
    /** Each line is a message of one frame, its bytes as they are. */
    line {
        @Override
        @Nullable
        Message read(Lines lines) throws IOException {
            var bytes = lines.next();
            return bytes == null ? null : Message.wrap(bytes);
        }
    },
    /** Each line is a message as {@link TextLine} prints it; arguments have its escapes too. */
    text {
        @Override
        @Nullable
        Message read(Lines lines) throws IOException {
            var bytes = lines.next();
            return bytes == null ? null : TextLine.parse(bytes);
        }

        @Override
        Message ofArguments(List<String> arguments) {
            return TextLine.parse(ArgumentBytes.of(String.join("\t", arguments)));
        }
    },
    /** Each line is a message as {@link JsonLine} prints it. */
    jsonl {
        @Override
        @Nullable
        Message read(Lines lines) throws IOException {
            var bytes = lines.next();
            return bytes == null ? null : JsonLine.parse(bytes);
        }
    },
    /** Everything up to the end is one message of one frame. */
    raw {
        @Override
        @Nullable
        Message read(Lines lines) throws IOException {
            var bytes = lines.rest();
            return bytes == null ? null : Message.wrap(bytes);
        }
    };

    /** The next message; null at the end. */
    abstract @Nullable Message read(Lines lines) throws IOException;

    /** The message of a command's arguments, of which there is at least one. */
    Message ofArguments(List<String> arguments) {
        return ArgumentBytes.message(arguments);
    }
}
