package org.zeromq.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets, and tickets and timers together, on a clock that the test sets. */
class TickerTest {
    private long now = 1000;
    private final ZTicket tickets = new ZTicket(() -> now);
    private final List<String> fired = new ArrayList<>();

    private ZTicket.Ticket add(long delay, String name) {
        return tickets.add(delay, args -> fired.add(name));
    }

    private int executeAt(long time) {
        now = time;
        return tickets.execute();
    }

    @Test
    void aTicketFiresOnce() {
        add(10, "a");

        assertThat(tickets.timeout()).isEqualTo(10);
        assertThat(executeAt(1009)).isZero();
        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(executeAt(2000)).isZero();
        assertThat(tickets.timeout()).isEqualTo(-1);
        assertThat(fired).containsExactly("a");
    }

    @Test
    void theEarliestFiresFirstAndThoseOfTheSameTimeInTheOrderOfTheirAdding() {
        add(30, "c");
        add(10, "a");
        ZTicket.Ticket first = add(40, "first");
        add(10, "a2");
        first.setDelay(5);

        assertThat(executeAt(1030)).isEqualTo(4);
        assertThat(fired).containsExactly("first", "a", "a2", "c");
    }

    @Test
    void aTicketIsTakenBackUntilItFires() {
        ZTicket.Ticket taken = add(10, "taken");
        ZTicket.Ticket kept = add(10, "kept");

        assertThat(taken.cancel()).isTrue();
        assertThat(taken.cancel()).isFalse();
        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(kept.cancel()).isFalse();
        assertThat(fired).containsExactly("kept");
    }

    @Test
    void aTicketIsPutOffUntilItFires() {
        ZTicket.Ticket ticket = add(10, "a");
        now = 1008;
        ticket.reset();
        assertThat(tickets.timeout()).isEqualTo(10);
        ticket.setDelay(50);
        assertThat(tickets.timeout()).isEqualTo(50);
        ticket.setDelay(-1);
        assertThat(tickets.timeout()).isZero();
        assertThat(tickets.execute()).isEqualTo(1);

        ticket.reset();
        ticket.setDelay(1);
        assertThat(tickets.timeout()).isEqualTo(-1);
    }

    @Test
    void theEarlierTicketIsTheLesser() {
        ZTicket.Ticket early = add(10, "early");
        ZTicket.Ticket late = add(20, "late");

        assertThat(early).isLessThan(late);
        assertThat(late).isGreaterThan(early);
    }

    @Test
    void aHandlerMayAddAndCancel() {
        List<ZTicket.Ticket> later = new ArrayList<>();
        tickets.add(10, args -> {
            add(1, "added");
            later.get(0).cancel();
        });
        later.add(add(10, "cancelled"));

        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(executeAt(1011)).isEqualTo(1);
        assertThat(fired).containsExactly("added");
    }

    @Test
    void whatAHandlerThrowsLosesNoOtherTicket() {
        tickets.add(10, args -> {
            throw new IllegalStateException("thrown");
        });
        add(10, "b");

        assertThatThrownBy(() -> executeAt(1010)).hasMessage("thrown");
        assertThat(tickets.execute()).isEqualTo(1);
        assertThat(fired).containsExactly("b");
    }

    @Test
    void aTicketIsAddedWithADelayAboveZeroAndAHandler() {
        assertThatIllegalArgumentException().isThrownBy(() -> add(0, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> add(-1, "a"));
        assertThat(tickets.add(10, null)).isNull();
    }

    @Test
    void aTickerFiresTimersAndThenTickets() {
        ZTicker ticker = new ZTicker(() -> now);
        assertThat(ticker.timeout()).isEqualTo(-1);
        ticker.addTicket(10, args -> fired.add("ticket"));
        assertThat(ticker.timeout()).isEqualTo(10);
        ticker.addTimer(5, args -> fired.add("timer"));
        assertThat(ticker.timeout()).isEqualTo(5);
        now = 1010;

        assertThat(ticker.execute()).isEqualTo(2);
        assertThat(fired).containsExactly("timer", "ticket");
        assertThat(ticker.timeout()).isEqualTo(5);
        now = 1015;
        assertThat(ticker.execute()).isEqualTo(1);
    }

    @Test
    void aTimerOfZTimerChangesAndCancelsItself() {
        ZTimer timers = new ZTimer(() -> now);
        ZTimer.Timer timer = timers.add(10, args -> fired.add("a"));

        assertThat(timer.setInterval(20)).isTrue();
        now = 1005;
        assertThat(timer.reset()).isTrue();
        assertThat(timers.timeout()).isEqualTo(20);
        now = 1025;
        assertThat(timers.sleepAndExecute()).isEqualTo(1);
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        assertThat(timers.execute()).isZero();
        assertThat(timers.add(10, null)).isNull();
    }
}
