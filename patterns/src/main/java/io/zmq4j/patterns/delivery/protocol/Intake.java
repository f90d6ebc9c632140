package io.zmq4j.patterns.delivery.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** The first of the queue, which may have been emptied; for {@link #take}. */
    private volatile @Nullable Consignment first;

    /** Those that have something to settle. */
    private final Set<Inlet> unsettled = new LinkedHashSet<>();

    private long introduced;

    /** How many messages the consignments of the queue had. */
    private int queued;

    /** Of consignments that are not in the queue any more. */
    private long delivered;

    private long redelivered;
    private long acknowledged;
    private long discarded;

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
        gather(inlet);
        inlet.isOpen = false;
        inlets.remove(inlet);
        unsettled.remove(inlet);
        queue.removeIf(consignment -> {
            boolean isOfIt = consignment.isOf(inlet);
            if (isOfIt) {
                int left = consignment.withdraw();
                discarded += left;
                retire(consignment, consignment.count() - left);
            }
            return isOfIt;
        });
        first = queue.peek();
    }

    /** Of a consignment that leaves the queue. */
    private void retire(Consignment consignment, int handedOut) {
        queued -= consignment.count();
        delivered += handedOut;
        if (consignment.isRedelivered()) {
            redelivered += handedOut;
        }
    }

    @Override
    public void received(Inlet inlet, Messages messages, long nowNanos) throws MalformedCommandException {
        if (!inlet.granted.tryAdd(messages.count(), messages.size())) {
            throw new MalformedCommandException("there is credit for " + introduction.credit() + " messages and "
                    + introduction.creditBytes() + " bytes, and not for more");
        }
        queue.add(new Consignment(inlet, messages));
        queued += messages.count();
        first = queue.peek();
    }

    @Override
    public void acknowledged(Inlet inlet, Acknowledgement acknowledgement) throws MalformedCommandException {
        throw new MalformedCommandException("ACK is for a sender");
    }

    /** The next message of the command that is first; by any thread, without the lock. Null: ask {@link #poll}. */
    public @Nullable Arrival take() {
        Consignment consignment = first;
        return consignment == null ? null : consignment.take();
    }

    /** The next message, by the order in which they came; null if there is none. */
    public @Nullable Arrival poll() {
        for (Consignment consignment; (consignment = queue.peek()) != null; ) {
            Arrival arrival = consignment.take();
            if (arrival != null) {
                return arrival;
            }
            queue.remove();
            retire(consignment, consignment.count());
            first = queue.peek();
        }
        return null;
    }

    /**
     * To be called when {@link Arrival#acknowledge} says so.
     *
     * @return whether there is something to do that was not to do before: another deadline, or an ACK
     */
    public boolean acknowledged(Arrival arrival, long nowNanos) {
        Receipt receipt = arrival.receipt;
        Inlet inlet = receipt.inlet;
        if (!inlet.isOpen) {
            return false;
        }
        boolean isFirst = unsettled.add(inlet);
        if (isFirst) {
            inlet.settlesSinceNanos = nowNanos;
        }
        inlet.receipts.add(receipt);
        if (receipt.isDue()) {
            acknowledged += receipt.moveTo(inlet.settlement);
        }
        return isFirst || inlet.isDue();
    }

    /** Whether its sender is to be told at once, before it runs out of credit. */
    public boolean isDue(Arrival arrival) {
        return arrival.receipt.inlet.isDue();
    }

    /** Whether {@link #poll} would give null, and a sender could be told more. */
    public boolean isIdle() {
        return !isWaiting() && !unsettled.isEmpty();
    }

    /** Whether {@link #poll} would give something. */
    public boolean isWaiting() {
        Consignment head = queue.peek();
        return queue.size() > 1 || (head != null && !head.isEmpty());
    }

    @Override
    public @Nullable Outgoing next(long nowNanos) {
        boolean isWaiting = isWaiting();
        for (Iterator<Inlet> each = unsettled.iterator(); each.hasNext(); ) {
            Inlet inlet = each.next();
            if (isWaiting && !inlet.isDue() && nowNanos - inlet.settlesSinceNanos < HOLD_NANOS) {
                continue;
            }
            each.remove();
            gather(inlet);
            if (inlet.settlement.count() > 0) {
                return settle(inlet, nowNanos);
            }
        }
        return null;
    }

    /** Moves on what its receipts have. */
    private void gather(Inlet inlet) {
        for (Receipt receipt : inlet.receipts) {
            acknowledged += receipt.moveTo(inlet.settlement);
        }
        inlet.receipts.clear();
    }

    private Outgoing settle(Inlet inlet, long nowNanos) {
        Settlement settlement = inlet.settlement;
        inlet.granted.remove(settlement.count(), settlement.bytes());
        return inlet.link.outgoing(settlement.take(inlet.link.session)::encode, nowNanos);
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
        Consignment head = queue.peek();
        return queued - (head == null ? 0 : head.taken());
    }

    public long delivered() {
        Consignment head = queue.peek();
        return delivered + (head == null ? 0 : head.taken());
    }

    public long redelivered() {
        Consignment head = queue.peek();
        return redelivered + (head == null || !head.isRedelivered() ? 0 : head.taken());
    }

    public long acknowledged() {
        unsettled.forEach(this::gather);
        return acknowledged;
    }

    /** How many messages were dropped as the link by which they came has ended. */
    public long discarded() {
        return discarded;
    }
}
