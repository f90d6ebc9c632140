package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.multicast.pgm.Counters;
import io.zmq4j.multicast.pgm.PgmEvent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What a receiver has to tell beside messages. */
final class Reports {
    private static final int MOST_EVENTS = 1024;

    private final Counters<ReceiverCounter> counters = new Counters<>(ReceiverCounter.class);
    private final ArrayDeque<PgmEvent> events = new ArrayDeque<>();

    void count(ReceiverCounter what) {
        counters.add(what);
    }

    void count(ReceiverCounter what, long times) {
        counters.add(what, times);
    }

    void event(PgmEvent event) {
        if (events.size() == MOST_EVENTS) {
            count(ReceiverCounter.EVENTS_LOST);
        } else {
            events.add(event);
        }
    }

    @Nullable
    PgmEvent pollEvent() {
        return events.poll();
    }

    Counters<ReceiverCounter> counters() {
        return counters;
    }
}
