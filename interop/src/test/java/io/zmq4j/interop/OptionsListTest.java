package io.zmq4j.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.options.AbsentOption;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/options.md is made of the options themselves, and of the rows that show what they do. */
class OptionsListTest {
    private static final Path PAGE = Path.of("..", "docs", "options.md");

    /** Those that libzmq 4.3.5 has in its draft API only. */
    private static final Set<Integer> DRAFT = Set.of(
            93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115,
            116, 117, 118, 119, 120, 121, 122, 123, 124);

    private static final String HEAD = """
            # Options

            Every option of libzmq 4.3.5, its draft API included: those that are here, and what is instead of the others. This page is
            made from the code and compared with it (`OptionsListTest`).

            An option has its method on each socket that has it, `socket.sendHighWaterMark(10)`, and its name for text,
            `socket.set(SocketOptions.SNDHWM, 10)`, `zmq push -o SNDHWM=10`, `zmq options`. Defaults for all sockets of a context are
            those of `Context.builder().sockets(…)`. A value that is not allowed is refused with what is.

            *Draft* are those that libzmq has in its draft API. *Shown by*: `rows` is a row of
            [options by transport](options-by-transport.md), where `OptionsByTransportTest` looks at the option over each transport, on
            each side and set at each moment.

            """;

    private static final String CONTEXT = """

            ## Of a context

            | libzmq | here |
            |---|---|
            | IO_THREADS | `Context.builder().ioLoops(n)`: how many selectors share the connections; the threads that wait drive them |
            | MAX_SOCKETS, SOCKET_LIMIT | as many as there is memory; descriptors are the system's limit: `zmq doctor` |
            | THREAD_PRIORITY, THREAD_SCHED_POLICY, THREAD_AFFINITY_CPU_ADD, THREAD_AFFINITY_CPU_REMOVE | `Context.builder().threadFactory(…)` makes the threads; what the JVM cannot set, `taskset` and `chrt` can for the process |
            | THREAD_NAME_PREFIX | `Context.builder().name(…)` |
            | MAX_MSGSZ | libzmq stores and never uses it: `MAXMSGSIZE` of a socket |
            | MSG_T_SIZE | there is no such structure |
            | ZERO_COPY_RECV | long messages are read into the array that the application gets |
            | IPV6 | `Context.builder().sockets(all -> all.ipv6(true))` |
            | BLOCKY | `context.close(Duration)` waits no longer than that; by itself 30 s |
            """;

    private static String page() {
        var page = new StringBuilder(HEAD);
        page.append(
                "| Option | No. | Type | Unit | Default | Sockets | Allowed | What | Shown by |\n|---|---|---|---|---|---|---|---|---|\n");
        SocketOptions.all().stream()
                .sorted(Comparator.comparing(SocketOption::name))
                .forEach(option -> page.append(row(option)));
        page.append("\n## Those that are none here\n\n| libzmq's | No. | Instead |\n|---|---|---|\n");
        for (AbsentOption absent : SocketOptions.absent()) {
            page.append("| ")
                    .append(named(absent.name(), absent.number()))
                    .append(" | ")
                    .append(absent.number())
                    .append(" | ")
                    .append(absent.instead())
                    .append(" |\n");
        }
        return page.append(CONTEXT).toString();
    }

    private static <T> String row(SocketOption<T> option) {
        String sockets = option.socketTypes().size() == SocketType.values().size()
                ? "all"
                : option.socketTypes().stream().map(SocketType::name).collect(joining(" "));
        return List.of(
                        named(option.name(), option.number()),
                        String.valueOf(option.number()),
                        option.type().getSimpleName(),
                        option.unit(),
                        option.format(option.defaultValue()),
                        sockets,
                        option.allowed(),
                        option.description(),
                        shownBy(option))
                .stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static String named(String name, int number) {
        return "`" + name + "`" + (DRAFT.contains(number) ? " draft" : "");
    }

    private static String shownBy(SocketOption<?> option) {
        OptionRow<?> row = OptionRows.all().stream()
                .filter(each -> each.option() == option)
                .findFirst()
                .orElseThrow();
        var tests = new TreeSet<String>();
        for (Transport transport : Transport.values()) {
            for (OptionScene.Side side : OptionScene.Side.values()) {
                String test = row.test(transport, side);
                if (test != null) {
                    tests.add("`" + test + "`");
                } else if (row.isProbed(transport, side)) {
                    tests.add("rows");
                }
            }
        }
        return tests.isEmpty() ? "[multicast](multicast.md)" : String.join(", ", tests);
    }

    /** To renew the page, copy what this test leaves in target. */
    @Test
    void thePageSaysTheSame() throws IOException {
        String page = page();
        Files.writeString(Path.of("target", PAGE.getFileName().toString()), page);
        assertThat(PAGE).hasContent(page);
    }
}
