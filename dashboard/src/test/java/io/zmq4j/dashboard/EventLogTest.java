package io.zmq4j.dashboard;

import static io.zmq4j.dashboard.Made.context;
import static io.zmq4j.dashboard.Made.event;
import static io.zmq4j.dashboard.Made.sight;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.dashboard.EventLog.Entry;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.snapshot.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog();

    @Test
    void eventThatIsSeenTwiceIsThereOnceAndTheNewestIsFirst() {
        look(1, event(1), event(2));
        look(1, event(2), event(3));

        assertThat(log.newest(10)).extracting(Entry::detail).containsExactly("detail 3", "detail 2", "detail 1");
    }

    @Test
    void eventsThatTheProcessHasForgottenAreSaidToBeMissing() {
        look(1, event(1));
        look(1, event(5));

        assertThat(log.newest(2)).extracting(Entry::type).containsExactly("CONNECTED", "MISSED");
        assertThat(log.newest(2).get(1).detail()).isEqualTo("3 events that are not remembered");
    }

    @Test
    void anotherProcessAtTheSamePlaceHasEventsOfItsOwn() {
        look(1, event(1), event(2));
        look(2, event(1));

        assertThat(log.newest(10)).hasSize(3);
        assertThat(log.newest(1).get(0).process()).isEqualTo("app2 (pid p1)");
    }

    @Test
    void asManyAreKeptAsAreAllowed() {
        look(
                1,
                LongStream.rangeClosed(1, EventLog.MAX + 10)
                        .mapToObj(Made::event)
                        .toArray(LoggedEvent[]::new));

        assertThat(log.newest(Integer.MAX_VALUE)).hasSize(EventLog.MAX);
        assertThat(log.newest(1).get(0).detail()).isEqualTo("detail " + (EventLog.MAX + 10));
    }

    @Test
    void timeThatNoBrowserCouldShowIsTheLastThatFits() {
        look(1, new LoggedEvent(1, Instant.MAX, 1, "PUB", event(1).event()));

        assertThat(log.newest(1).get(0).at()).isEqualTo(Long.MAX_VALUE);
    }

    private void look(long pid, LoggedEvent... events) {
        log.add(List.of(sight("p1", State.SEEN, context(pid, 1, List.of(events)))));
    }
}
