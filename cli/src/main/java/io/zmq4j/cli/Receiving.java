package io.zmq4j.cli;

import io.zmq4j.Receiver;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How received messages are printed. */
final class Receiving {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "text: a line for each message, TAB between its frames, control characters and bytes that are not UTF-8 "
                        + "as \\xNN, and a backslash as \\x5c where it would read as such.",
                "jsonl: a line for each message, an array of strings, bytes that are not UTF-8 as \\u00NN.",
                "raw: the bytes and nothing else. Without it: text."
            })
    private OutputFormat format = OutputFormat.text;

    OutputFormat format() {
        return format;
    }

    MessagePrinter printer(Streams streams) {
        return new MessagePrinter(format, streams.out());
    }

    /** Prints what comes: at once while messages trickle, in blocks while they flood. */
    void printAll(Receiver socket, Streams streams, Quantity quantity, Patience patience) throws IOException {
        try (var printer = printer(streams)) {
            for (long left = quantity.orElse(Long.MAX_VALUE); left > 0; left--) {
                Optional<Message> message = socket.tryReceive();
                if (message.isEmpty()) {
                    printer.flush();
                }
                printer.print(message.orElseGet(() -> patience.receive(socket)));
            }
        }
    }
}
