package org.zeromq.timer;

import zmq.util.function.Supplier;

/** Timers, which fire again and again, and tickets, which fire once, executed together. Safe for any thread. */
public final class ZTicker {
    private final ZTimer timers;
    private final ZTicket tickets;

    public ZTicker() {
        timers = new ZTimer();
        tickets = new ZTicket();
    }

    ZTicker(Supplier<Long> clock) {
        timers = new ZTimer(clock);
        tickets = new ZTicket(clock);
    }

    /** Adds what fires once, after {@code delay} milliseconds: see {@link ZTicket#add}. */
    public ZTicket.Ticket addTicket(long delay, TimerHandler handler, Object... args) {
        return tickets.add(delay, handler, args);
    }

    /** Adds what fires again and again, every {@code delay} milliseconds: see {@link ZTimer#add}. */
    public ZTimer.Timer addTimer(long delay, TimerHandler handler, Object... args) {
        return timers.add(delay, handler, args);
    }

    /** Milliseconds until the next timer or ticket is due; 0 if one is, -1 if there are none. */
    public long timeout() {
        long timer = timers.timeout();
        long ticket = tickets.timeout();
        return timer < 0 || ticket < 0 ? Math.max(timer, ticket) : Math.min(timer, ticket);
    }

    /** Fires what is due, first the timers, then the tickets; how many these were. */
    public int execute() {
        return timers.execute() + tickets.execute();
    }
}
