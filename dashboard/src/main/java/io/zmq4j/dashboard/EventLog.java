package io.zmq4j.dashboard;

import static io.zmq4j.view.Plain.text;

import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.view.WatchedContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last events of all processes, in the order in which they were heard of, those of processes that are gone as well. */
final class EventLog {
    static final int MAX = 2000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long count;

    /** By process and context, the last that was heard of: the context it is of, and its number. */
    private Map<String, Mark> marks = new HashMap<>();

    private record Mark(long pid, long number) {}

    /**
     * @param number from 1, in the order in which this log heard of them
     * @param at by the observed process's clock, in milliseconds since 1970
     * @param socket key of the socket; null if the entry is of no socket
     * @param type such as {@code DISCONNECTED}; {@code MISSED} where more happened than the process remembers
     */
    record Entry(
            long number,
            long at,
            String process,
            @Nullable String socket,
            String title,
            String type,
            String endpoint,
            String peer,
            String reason,
            String detail,
            long value) {}

    void add(List<Sight> sights) {
        var next = new HashMap<String, Mark>();
        for (var sight : sights) {
            for (var context : sight.contexts()) {
                var now = context.now();
                var key = sight.key() + "-" + now.number();
                var before = marks.get(key);
                long known =
                        before != null && before.pid == now.pid() && before.number <= last(now) ? before.number : 0;
                add(sight, context, known);
                next.put(key, new Mark(now.pid(), Math.max(known, last(now))));
            }
        }
        marks = next;
    }

    private static long last(ContextSnapshot context) {
        var events = context.events();
        return events.isEmpty() ? 0 : events.get(events.size() - 1).number();
    }

    private void add(Sight sight, WatchedContext context, long known) {
        long expected = known + 1;
        for (var logged : context.now().events()) {
            if (logged.number() >= expected) {
                if (logged.number() > expected) {
                    add(missed(sight, logged, logged.number() - expected));
                }
                add(entry(sight, context, logged));
                expected = logged.number() + 1;
            }
        }
    }

    private void add(Entry entry) {
        if (entries.size() == MAX) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    private Entry missed(Sight sight, LoggedEvent next, long many) {
        var detail = many + (many == 1 ? " event that is" : " events that are") + " not remembered";
        return new Entry(++count, Millis.of(next.at()), Titles.of(sight), null, "", "MISSED", "", "", "", detail, many);
    }

    private Entry entry(Sight sight, WatchedContext context, LoggedEvent logged) {
        var event = logged.event();
        var reason = event.reason();
        return new Entry(
                ++count,
                Millis.of(logged.at()),
                Titles.of(sight),
                sight.socketKey(context, logged.socketId()),
                text(logged.socket()),
                event.type().name(),
                text(event.endpoint()),
                event.peer() == null ? "" : text(event.peer()),
                reason == null ? "" : reason.name(),
                text(event.detail()),
                event.value());
    }

    /** The newest first, so many at most. */
    List<Entry> newest(int most) {
        var newest = new ArrayList<Entry>();
        var all = entries.descendingIterator();
        while (all.hasNext() && newest.size() < most) {
            newest.add(all.next());
        }
        return newest;
    }
}
