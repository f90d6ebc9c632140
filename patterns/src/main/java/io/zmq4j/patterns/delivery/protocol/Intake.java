package io.zmq4j.patterns.delivery.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receiver's side: gives each sender a window, hands out what comes, and tells each sender what was acknowledged, many at once.
 * What came from a sender whose link has ended and was not handed out is dropped: whoever is alive sends it again.
 */
public final class Intake implements Conversation<Inlet> {
    /** An acknowledgement waits for company so long, unless somebody waits for a message. */
    static final long HOLD_NANOS = 1_000_000;

    private static final long NEVER_NANOS = 3_600_000_000_000L;

    private final Introduction introduction;
    private final List<Inlet> inlets = new ArrayList<>();
    private final ArrayDeque<Consignment> queue = new ArrayDeque<>();

    /** Those that have something to settle. */
    private final ArrayDeque<Inlet> unsettled = new ArrayDeque<>();

    private long introduced;
    private int waiting;
    private long delivered;
    private long redelivered;
    private long acknowledged;
    private long discarded;

    /** Messages that came with one command, and how many of them were handed out. */
    private static final class Consignment {
        final Inlet inlet;
        final Messages messages;
        int taken;

        Consignment(Inlet inlet, Messages messages) {
            this.inlet = inlet;
            this.messages = messages;
        }
    }

    public Intake(Introduction introduction) {
        this.introduction = introduction;
    }

    @Override
    public Introduction introduction() {
        UUID id = introduction.id();
        return introduction.withId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + ++introduced));
    }

    @Override
    public Inlet opened(Link<Inlet> link, Introduction peer, long nowNanos) {
        var inlet = new Inlet(link, peer.id(), new Window(introduction.credit(), introduction.creditBytes()));
        inlets.add(inlet);
        return inlet;
    }

    @Override
    public void ended(Inlet inlet) {
        inlet.isOpen = false;
        inlets.remove(inlet);
        unsettled.remove(inlet);
        queue.removeIf(consignment -> {
            boolean isOfIt = consignment.inlet == inlet;
            if (isOfIt) {
                int left = consignment.messages.count() - consignment.taken;
                waiting -= left;
                discarded += left;
            }
            return isOfIt;
        });
    }

    @Override
    public void received(Inlet inlet, Messages messages, long nowNanos) throws MalformedCommandException {
        if (!inlet.granted.tryAdd(messages.count(), messages.size())) {
            throw new MalformedCommandException("there is credit for " + introduction.credit() + " messages and "
                    + introduction.creditBytes() + " bytes, and not for more");
        }
        queue.add(new Consignment(inlet, messages));
        waiting += messages.count();
    }

    @Override
    public void acknowledged(Inlet inlet, Acknowledgement acknowledgement) throws MalformedCommandException {
        throw new MalformedCommandException("ACK is for a sender");
    }

    /** The next message, by the order in which they came; null if there is none. */
    public @Nullable Arrival poll() {
        Consignment first = queue.peek();
        if (first == null) {
            return null;
        }
        int index = first.taken++;
        Messages messages = first.messages;
        if (first.taken == messages.count()) {
            queue.remove();
        }
        waiting--;
        delivered++;
        if (messages.isRedelivered()) {
            redelivered++;
        }
        return new Arrival(first.inlet, messages.message(index), messages.first() + index, messages.isRedelivered());
    }

    /**
     * Notes that a message need not be sent again. Without effect the second time, and if the link by which it came has ended.
     *
     * @return whether there is something to do that was not to do before: another deadline, or an ACK
     */
    public boolean acknowledge(Arrival arrival, long nowNanos) {
        if (arrival.isAcknowledged) {
            return false;
        }
        arrival.isAcknowledged = true;
        Inlet inlet = arrival.inlet;
        if (!inlet.isOpen) {
            return false;
        }
        acknowledged++;
        Settlement settlement = inlet.settlement;
        settlement.add(arrival.number(), arrival.message().size());
        if (settlement.count() == 1) {
            inlet.settlesSinceNanos = nowNanos;
            unsettled.add(inlet);
            return true;
        }
        return isDue(inlet);
    }

    /** Whether its sender is to be told at once, before it runs out of credit. */
    public boolean isDue(Arrival arrival) {
        return isDue(arrival.inlet);
    }

    private boolean isDue(Inlet inlet) {
        Settlement settlement = inlet.settlement;
        return settlement.count() >= Math.max(1, inlet.granted.mostMessages() / 4)
                || settlement.bytes() >= inlet.granted.mostBytes() / 4;
    }

    /** Whether {@link #poll} would give null, and a sender could be told more. */
    public boolean isIdle() {
        return waiting == 0 && !unsettled.isEmpty();
    }

    @Override
    public @Nullable Outgoing next(long nowNanos) {
        for (int i = unsettled.size(); i > 0; i--) {
            Inlet inlet = unsettled.remove();
            if (waiting == 0 || isDue(inlet) || nowNanos - inlet.settlesSinceNanos >= HOLD_NANOS) {
                return settle(inlet, nowNanos);
            }
            unsettled.add(inlet);
        }
        return null;
    }

    private Outgoing settle(Inlet inlet, long nowNanos) {
        Settlement settlement = inlet.settlement;
        inlet.granted.remove(settlement.count(), settlement.bytes());
        return inlet.link.outgoing(settlement.take(inlet.link.session).encode(), nowNanos);
    }

    /** Everything that was acknowledged is told now: this side leaves. */
    public void settleAll() {
        for (Inlet inlet : unsettled) {
            inlet.settlesSinceNanos -= HOLD_NANOS;
        }
    }

    @Override
    public long dueNanos(long nowNanos) {
        long due = nowNanos + NEVER_NANOS;
        for (Inlet inlet : unsettled) {
            long settles = inlet.settlesSinceNanos + HOLD_NANOS;
            due = settles - due < 0 ? settles : due;
        }
        return due;
    }

    /** How many messages came and were not handed out. */
    public int waiting() {
        return waiting;
    }

    public long delivered() {
        return delivered;
    }

    public long redelivered() {
        return redelivered;
    }

    public long acknowledged() {
        return acknowledged;
    }

    /** How many messages were dropped as the link by which they came has ended. */
    public long discarded() {
        return discarded;
    }
}
