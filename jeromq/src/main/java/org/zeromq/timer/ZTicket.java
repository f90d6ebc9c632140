package org.zeromq.timer;

import io.zmq4j.jeromq.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import zmq.util.function.Supplier;

/**
 * Tickets: timers that fire once, whenever their owner calls {@link #execute} after their delay. They have no thread of their own.
 * Safe for any thread; a handler runs in the thread that executes.
 *
 * @see ZTimer for what fires again and again
 */
public final class ZTicket {
    private final Object lock = new Object();
    private final Supplier<Long> clock;

    /** By when they are due, and then in the order in which they were given that time. Guarded by the lock. */
    private final TreeSet<Ticket> waiting = new TreeSet<>(
            Comparator.comparingLong((Ticket ticket) -> ticket.due).thenComparingLong(ticket -> ticket.turn));

    /** Guarded by the lock. */
    private long turns;

    public ZTicket() {
        this(Due::now);
    }

    ZTicket(Supplier<Long> clock) {
        this.clock = clock;
    }

    /**
     * Adds a ticket.
     *
     * @param delay milliseconds until it fires
     * @param handler what it calls
     * @param args what the handler is given
     * @return null if there is no handler
     * @throws IllegalArgumentException if the delay is not above 0
     */
    public Ticket add(long delay, TimerHandler handler, Object... args) {
        if (delay <= 0) {
            throw new IllegalArgumentException("A ticket's delay is above 0 milliseconds, not " + delay);
        }
        if (handler == null) {
            return null;
        }
        Ticket ticket = new Ticket(this, delay, handler, args);
        synchronized (lock) {
            schedule(ticket);
        }
        return ticket;
    }

    private void schedule(Ticket ticket) {
        ticket.due = Due.after(clock.get(), ticket.delay);
        ticket.turn = ++turns;
        waiting.add(ticket);
    }

    /** Milliseconds until the next ticket is due; 0 if one is, -1 if there are none. */
    public long timeout() {
        synchronized (lock) {
            return waiting.isEmpty() ? -1 : Due.left(waiting.first().due, clock.get());
        }
    }

    /**
     * Fires the tickets that are due, the earliest first. What a handler throws ends the call; the tickets after it fire with the next
     * one.
     *
     * @return how many have fired
     */
    public int execute() {
        long now = clock.get();
        int fired = 0;
        for (Ticket ticket : due(now)) {
            if (begin(ticket, now)) {
                ticket.handler.time(ticket.args);
                fired++;
            }
        }
        return fired;
    }

    private List<Ticket> due(long now) {
        synchronized (lock) {
            List<Ticket> due = new ArrayList<>();
            for (Ticket ticket : waiting) {
                if (ticket.due > now) {
                    break;
                }
                due.add(ticket);
            }
            return due;
        }
    }

    /** False if a handler before it, or another thread, has cancelled it or put it off. */
    private boolean begin(Ticket ticket, long now) {
        synchronized (lock) {
            return ticket.due <= now && waiting.remove(ticket);
        }
    }

    /** One ticket, to be changed or cancelled until it fires. The earlier one is the lesser. */
    public static final class Ticket implements Comparable<Ticket> {
        private final ZTicket tickets;
        private final TimerHandler handler;
        private final Object[] args;

        // ---- guarded by the tickets' lock; what orders the ticket changes only while it is not among those that wait

        private long delay;
        private long due;
        private long turn;

        private Ticket(ZTicket tickets, long delay, TimerHandler handler, Object... args) {
            this.tickets = tickets;
            this.delay = delay;
            this.handler = handler;
            this.args = args;
        }

        /** Begins the delay anew. Nothing happens if the ticket has fired or was cancelled. */
        public void reset() {
            synchronized (tickets.lock) {
                if (tickets.waiting.remove(this)) {
                    tickets.schedule(this);
                }
            }
        }

        /** Takes the ticket back; false if it has fired or was cancelled before. */
        public boolean cancel() {
            synchronized (tickets.lock) {
                return tickets.waiting.remove(this);
            }
        }

        /** Changes the delay, in milliseconds, and begins it anew. Nothing happens if the ticket has fired or was cancelled. */
        public void setDelay(long delay) {
            synchronized (tickets.lock) {
                if (tickets.waiting.remove(this)) {
                    this.delay = Math.max(0, delay);
                    tickets.schedule(this);
                }
            }
        }

        @Override
        public int compareTo(Ticket other) {
            return Long.compare(due, other.due);
        }
    }
}
