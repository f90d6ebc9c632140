package org.zeromq;

import io.zmq4j.jeromq.Due;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zeromq.ZMQ.PollItem;
import zmq.ZError;

/**
 * A loop that calls handlers: for sockets and channels when they are ready, and for timers when they are due. It runs in the thread that
 * {@linkplain #start() starts} it, and is changed there, by the handlers, or before.
 */
public class ZLoop {
    private static final System.Logger LOG = System.getLogger(ZLoop.class.getName());

    private final ZMQ.Context context;
    private final ZContext owner;
    private final List<Waiting> pollers = new CopyOnWriteArrayList<>();
    private final List<Timer> timers = new CopyOnWriteArrayList<>();
    private volatile boolean verbose;

    /** A loop for sockets of a context. */
    public ZLoop(ZMQ.Context context) {
        if (context == null) {
            throw new IllegalArgumentException("A loop needs a context, not null");
        }
        this.context = context;
        owner = null;
    }

    /** A loop for sockets of a context. */
    public ZLoop(ZContext context) {
        this.context = context.getContext();
        owner = context;
    }

    /** What the loop calls. */
    public interface IZLoopHandler {
        /**
         * An item is ready, or a timer is due.
         *
         * @param item null for a timer
         * @param arg what it was added with
         * @return -1 to end the loop; anything else and it goes on
         */
        int handle(ZLoop loop, PollItem item, Object arg);
    }

    // ---- what it waits for

    /**
     * Adds a handler for a socket or channel.
     *
     * @return 0
     * @throws NullPointerException if there is no item or no handler
     */
    public int addPoller(PollItem pollItem, IZLoopHandler handler, Object arg) {
        Objects.requireNonNull(pollItem, "pollItem");
        pollers.add(new Waiting(pollItem, Objects.requireNonNull(handler, "handler"), arg));
        tell("waits", pollItem);
        return 0;
    }

    /** Ends all that was added for the item's socket or channel; none of its handlers is called any more. */
    public void removePoller(PollItem pollItem) {
        Objects.requireNonNull(pollItem, "pollItem");
        pollers.removeIf(poller -> poller.item.equals(pollItem));
        tell("waits no more", pollItem);
    }

    /**
     * Adds a timer, whose first delay begins now, or with the loop if that is not running.
     *
     * @param delay milliseconds until it is due, and then from one time to the next
     * @param times how often; 0 for ever
     * @param arg names it for {@link #removeTimer}
     * @return 0
     * @throws NullPointerException if there is no handler
     */
    public int addTimer(int delay, int times, IZLoopHandler handler, Object arg) {
        timers.add(new Timer(delay, times, Objects.requireNonNull(handler, "handler"), arg));
        tell("has a timer", arg);
        return 0;
    }

    /**
     * Ends the timers that were added with this very object; none of them is due any more.
     *
     * @return 0, also if there are none
     * @throws IllegalArgumentException for null
     */
    public int removeTimer(Object arg) {
        if (arg == null) {
            throw new IllegalArgumentException("A timer is removed by what it was added with, not by null");
        }
        timers.removeIf(timer -> timer.arg == arg);
        tell("has no timer any more", arg);
        return 0;
    }

    /** Whether the loop logs what it waits for and calls; it does not unless set. */
    public void verbose(boolean verbose) {
        this.verbose = verbose;
    }

    /** Does nothing. @deprecated a loop holds nothing that must be closed */
    @Deprecated
    public void destroy() {}

    // ---- running

    /**
     * Runs the loop until a handler ends it, the thread is interrupted, the context ends, or there is nothing left to wait for. What
     * was added stays, and the loop can be started again; timers begin their delay anew. A poller whose socket or channel is closed,
     * or of another context that has ended, is removed.
     *
     * @return -1 if a handler has ended it, else 0; after an interrupt the thread's flag stays set
     */
    public int start() {
        Selector selector = context.selector();
        try {
            timers.forEach(Timer::begin);
            return run(selector);
        } finally {
            context.close(selector);
        }
    }

    private int run(Selector selector) {
        boolean goesOn = true;
        while (goesOn && !isEnding() && !(pollers.isEmpty() && timers.isEmpty())) {
            int ready = poll(selector);
            if (isEnding() || !selector.isOpen()) {
                return 0;
            }
            if (ready < 0) {
                pollers.removeIf(ZLoop::isOver);
            }
            goesOn = fireTimers() && (ready <= 0 || callReady());
        }
        return goesOn ? 0 : -1;
    }

    /** How many are ready; negative if one of them is over. */
    private int poll(Selector selector) {
        PollItem[] items = pollers.stream().map(poller -> poller.item).toArray(PollItem[]::new);
        try {
            return ZMQ.poll(selector, items, timeout());
        } catch (ZError.IOException e) {
            if (pollers.stream().noneMatch(ZLoop::isOver)) {
                throw e;
            }
            return -1;
        }
    }

    private boolean isEnding() {
        return Thread.currentThread().isInterrupted() || (owner != null ? owner.isEnding() : context.isClosed());
    }

    /** Milliseconds until the next timer is due; -1 if there are none. */
    private long timeout() {
        long now = Due.now();
        return timers.stream()
                .mapToLong(timer -> Due.left(timer.due, now))
                .min()
                .orElse(-1);
    }

    /** Also of a context of its own that is about to end: a poll would not wait with it. */
    private static boolean isOver(Waiting poller) {
        ZMQ.Socket socket = poller.item.getSocket();
        SelectableChannel channel = poller.item.getRawSocket();
        return socket != null ? socket.base().ready(0) < 0 : channel != null && !channel.isOpen();
    }

    /** False if a handler ends the loop. */
    private boolean fireTimers() {
        for (Timer timer : timers) {
            long now = Due.now();
            // A handler before it may have removed it.
            if (timer.due <= now && timers.contains(timer)) {
                tell("calls a timer", timer.arg);
                advance(timer, now);
                if (timer.handler.handle(this, null, timer.arg) == -1) {
                    return false;
                }
            }
        }
        return true;
    }

    private void advance(Timer timer, long now) {
        if (!timer.hasMore(now)) {
            timers.remove(timer);
        }
    }

    /** False if a handler ends the loop. */
    private boolean callReady() {
        for (Waiting poller : pollers) {
            // As with timers; and what a handler has added was not polled yet.
            if (poller.item.readyOps() != 0 && pollers.contains(poller) && !isOver(poller)) {
                tell("calls", poller.item);
                if (poller.handler.handle(this, poller.item, poller.arg) == -1) {
                    return false;
                }
            }
        }
        return true;
    }

    private void tell(String what, PollItem item) {
        if (verbose) {
            Object name = item.getSocket() != null ? item.getSocket() : item.getRawSocket();
            LOG.log(System.Logger.Level.INFO, "The loop {0}: {1}", what, name);
        }
    }

    private void tell(String what, Object arg) {
        if (verbose) {
            LOG.log(System.Logger.Level.INFO, "The loop {0}: {1}", what, arg);
        }
    }

    /** A handler for an item. */
    private static final class Waiting {
        private final PollItem item;
        private final IZLoopHandler handler;
        private final Object arg;

        Waiting(PollItem item, IZLoopHandler handler, Object arg) {
            this.item = item;
            this.handler = handler;
            this.arg = arg;
        }
    }

    /** A handler for a time. */
    private static final class Timer {
        private final int delay;
        private final IZLoopHandler handler;
        private final Object arg;

        /** How often yet; 0 or less for ever. */
        private int times;

        private long due;

        Timer(int delay, int times, IZLoopHandler handler, Object arg) {
            this.delay = delay;
            this.times = times;
            this.handler = handler;
            this.arg = arg;
            begin();
        }

        void begin() {
            due = Due.after(Due.now(), delay);
        }

        /** It is due: false if for the last time. */
        boolean hasMore(long now) {
            due = Due.after(now, delay);
            return times <= 0 || --times > 0;
        }
    }
}
