package io.zmq4j.cli;

import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** log: print log records, as {@code python -m zmq.log} does. */
@Command(
        description = {
            "Print log records that zmq4j's handlers or pyzmq's PUBHandler publish: a line for each, its topic, which is "
                    + "ROOT.LEVEL.SUBTOPIC, and its text.",
            ""
        })
final class LogVerb extends SocketVerb {
    /** When to do something that suits a terminal. The names are those on the command line. */
    enum When {
        auto,
        always,
        never
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "ENDPOINT",
            description = "Connect to this endpoint, where records are published; with @ in front, bind it, for "
                    + "publishers that connect.")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = {"-t", "--topic"},
            paramLabel = "TOPIC",
            description =
                    "Only what starts with this topic, such as shop or shop.ERROR. Repeatable. Without it: everything.")
    private List<String> topics = new ArrayList<>();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Only what is as severe: debug, info, warning, error or critical; and levels of other names.")
    private LogLevel least = LogLevel.DEBUG;

    @Option(names = "--timestamp", description = "Print the local time at which a record came.")
    private boolean isTimed;

    @Option(
            names = "--dateformat",
            paramLabel = "FORMAT",
            converter = DateFormat.class,
            description = "The time's format, as strftime has it. Without it: %%Y-%%m-%%d %%H:%%M:%%S.")
    private DateTimeFormatter dateFormat = new DateFormat().convert("%Y-%m-%d %H:%M:%S");

    @Option(
            names = "--separator",
            paramLabel = "TEXT",
            description = "What is printed between topic and text. Without it: ' | '.")
    private String separator = " | ";

    @Option(names = "--align", description = "Align the texts, by the widest topics so far.")
    private boolean isAligned;

    @Option(
            names = {"--color", "--colour"},
            arity = "0..1",
            paramLabel = "WHEN",
            fallbackValue = "always",
            description =
                    "Colour records by their level: always, never, or auto, which is on a terminal. Without it: auto.")
    private When colour = When.auto;

    @Option(
            names = "--json",
            description = "Print a line of JSON for each record: the time at which it came, topic, level and text.")
    private boolean isJson;

    LogVerb(Streams streams) {
        super(SocketType.SUB, streams);
    }

    @Override
    List<Endpoint> wanted() {
        return endpoints.allWith(arguments);
    }

    @Override
    void subscribe(Socket socket) {
        for (var topic : topics.isEmpty() ? List.of("") : topics) {
            ((SubSocket) socket).subscribe(ArgumentBytes.of(topic));
        }
    }

    @Override
    void work(Socket socket) throws IOException {
        var format = new LogFormat(
                Clock.system(ZoneId.systemDefault()), isTimed ? dateFormat : null, separator, isAligned, isColoured());
        var out = new BufferedOutputStream(streams.out(), 1 << 16);
        try {
            printAll((Receiver) socket, format, out);
        } finally {
            out.flush();
        }
    }

    /** Prints what comes: at once while records trickle, in blocks while they flood. */
    private void printAll(Receiver socket, LogFormat format, OutputStream out) throws IOException {
        for (long left = quantity.orElse(Long.MAX_VALUE); left > 0; ) {
            Optional<Message> message = socket.tryReceive();
            if (message.isEmpty()) {
                out.flush();
            }
            var entry = LogEntry.of(message.orElseGet(() -> patience.receive(socket)));
            if (!entry.isAtLeast(least)) {
                continue;
            }
            if (isJson) {
                format.writeJson(entry, out);
            } else {
                format.write(entry, out);
            }
            left--;
        }
    }

    private boolean isColoured() {
        return switch (colour) {
            case always -> true;
            case never -> false;
            case auto -> isTerminal();
        };
    }

    /** Whether stdout is a terminal that shows colours, and nobody asked for none (no-color.org). */
    private static boolean isTerminal() {
        var unwanted = System.getenv("NO_COLOR");
        return (unwanted == null || unwanted.isEmpty())
                && !"dumb".equals(System.getenv("TERM"))
                && FileType.isCharacterDevice(Path.of("/dev/stdout"));
    }
}
