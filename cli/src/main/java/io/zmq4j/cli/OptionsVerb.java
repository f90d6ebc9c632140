package io.zmq4j.cli;

import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** options: the table of socket options. */
@Command(
        description = {
            "List the socket options, as -o NAME=VALUE takes them: name, type, unit, default, description and what is "
                    + "allowed; a dash where there is none.",
            ""
        })
final class OptionsVerb implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..1",
            paramLabel = "TYPE",
            converter = SocketTypeName.class,
            description = "Only the options that this socket type has.")
    private @Nullable SocketType type;

    OptionsVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "TYPE", "UNIT", "DEFAULT", "DESCRIPTION"));
        for (var option : type == null ? SocketOptions.all() : SocketOptions.of(type)) {
            rows.add(row(option));
        }
        streams.out().write(table(rows).getBytes(StandardCharsets.UTF_8));
        return Exit.DONE;
    }

    private static <T> List<String> row(SocketOption<T> option) {
        return List.of(
                option.name(),
                option.type().getSimpleName().toLowerCase(Locale.ROOT),
                orDash(option.unit()),
                orDash(option.format(option.defaultValue())),
                option.description() + " (" + option.allowed() + ")");
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** Columns as wide as their widest cell, two spaces apart; the last one as it is. */
    private static String table(List<List<String>> rows) {
        int last = rows.get(0).size() - 1;
        var widths = new int[last];
        for (var row : rows) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var table = new StringBuilder();
        for (var row : rows) {
            for (int i = 0; i < last; i++) {
                table.append(row.get(i))
                        .append(" ".repeat(widths[i] + 2 - row.get(i).length()));
            }
            table.append(row.get(last)).append('\n');
        }
        return table.toString();
    }
}
