package org.zeromq;

import java.nio.channels.Selector;

/** Where a {@link ZPoller} waits: a selector that it was given, or one of its own, made when it is first needed. */
final class PollSelector {
    private final Selector given;
    private final ZContext context;

    /** Guarded by this. */
    private Selector own;

    private PollSelector(Selector given, ZContext context) {
        this.given = given;
        this.context = context;
    }

    static PollSelector of(Selector given) {
        if (given == null) {
            throw new IllegalArgumentException("A poller needs a selector, not null");
        }
        return new PollSelector(given, null);
    }

    static PollSelector in(ZContext context) {
        if (context == null) {
            throw new NullPointerException("context");
        }
        return new PollSelector(null, context);
    }

    /** For another poller: the one that was given, or one of its own of the same context. */
    PollSelector again() {
        return new PollSelector(given, context);
    }

    /** The selector; an own one that is closed is made anew, unless its context has ended. */
    synchronized Selector open() {
        if (given != null) {
            return given;
        }
        if (own == null || (!own.isOpen() && !context.isEnding())) {
            own = context.selector();
        }
        return own;
    }

    /** Closes an own one. */
    synchronized void close() {
        if (own != null) {
            context.closeOwn(own);
            own = null;
        }
    }
}
