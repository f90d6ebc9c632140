package io.zmq4j.interop;

import io.zmq4j.interop.OptionScene.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** docs/options-by-transport.md, made from what is tested. */
final class OptionsPage {
    private static final String HEAD = """
            # Options and promises by transport

            The same program behaves the same over `tcp`, `ipc` and `inproc`, whichever side binds; this page lists where it
            cannot. It is made from the tests that look at every cell (`OptionsByTransportTest`), and compared with them.

            ## Options

            *Counts for*: "at once" is for everything the socket has, and for its next call; "new connections" for those that are
            made from then on, also on an endpoint that is there; "new endpoints" for what is bound or connected afterwards.
            A cell says "yes" if that holds for a value that is set on the side in question, a letter where a test of the
            transport alone looks at it, and a number where it does not apply.

            """;

    private final List<String> reasons = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();

    private OptionsPage() {}

    static String text() {
        return new OptionsPage().page();
    }

    private String page() {
        var page = new StringBuilder(HEAD);
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("Option", "Counts for"));
        for (Transport transport : Transport.values()) {
            for (Side side : Side.values()) {
                head.add(transport + " " + side.name().toLowerCase(Locale.ROOT));
            }
        }
        rows.add(head);
        for (OptionRow<?> row : OptionRows.all()) {
            var cells = new ArrayList<>(List.of("`" + row.option() + "`", row.effect().words));
            for (Transport transport : Transport.values()) {
                for (Side side : Side.values()) {
                    cells.add(cell(row, transport, side));
                }
            }
            rows.add(cells);
        }
        append(page, rows);
        page.append("\nDoes not apply:\n\n");
        for (int i = 0; i < reasons.size(); i++) {
            page.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
        }
        page.append("\nLooked at by itself: ");
        for (int i = 0; i < tests.size(); i++) {
            page.append(i == 0 ? "" : ", ")
                    .append(letter(i))
                    .append(" `")
                    .append(tests.get(i))
                    .append('`');
        }
        page.append(".\n\n## Promises\n\n");
        appendPromises(page);
        return page.toString();
    }

    private String cell(OptionRow<?> row, Transport transport, Side side) {
        String reason = row.reason(transport, side);
        String test = row.test(transport, side);
        return reason != null
                ? "– " + (indexIn(reasons, reason) + 1)
                : test != null ? "yes " + letter(indexIn(tests, test)) : "yes";
    }

    private static char letter(int index) {
        return (char) ('a' + index);
    }

    private static int indexIn(List<String> all, String text) {
        if (!all.contains(text)) {
            all.add(text);
        }
        return all.indexOf(text);
    }

    private static void appendPromises(StringBuilder page) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Promise", "tcp", "ipc", "inproc", "Tests"));
        for (TransportPromise promise : TransportPromise.ALL) {
            rows.add(List.of(
                    promise.text(),
                    "yes",
                    "yes",
                    promise.notInproc() == null ? "yes" : "– " + promise.notInproc(),
                    "`" + String.join("`, `", promise.tests()) + "`"));
        }
        append(page, rows);
        page.append("""

                Beyond these tables `inproc` is different in four ways:

                - It works within one `Context`, and when that closes nobody is waited for any more.
                - Each direction takes as many messages as the sender's `SNDHWM` and the receiver's `RCVHWM` together; any number
                  if one of them is 0.
                - Nothing is tried again and again: who binds a name finds those who wait for it. Only a refusal is followed by
                  the reconnect delay. With `RECONNECT_IVL` at -1 an endpoint waits for the first who binds the name, and ends
                  with that; over a wire it ends if the first try fails.
                - A second `connect` of DEALER, SUB, PUB or REQ to the same name is a second connection, as in libzmq; over a wire
                  it does nothing.
                """);
    }

    private static void append(StringBuilder page, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            page.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                page.append("|").append("---|".repeat(rows.get(0).size())).append('\n');
            }
        }
    }
}
