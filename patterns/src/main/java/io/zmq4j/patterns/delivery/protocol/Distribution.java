package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The sender's side: numbers what it accepts, deals it out to the receivers as their credit allows, to the one with the least work
 * first, and keeps each message until it is acknowledged. What a receiver had when its link ended is sent again, before anything
 * else.
 */
public final class Distribution implements Conversation<Outlet> {
    /**
     * A run that is not full waits for company until so long after the last one was sent. Who sends now and then never waits; in a
     * flood a run fills in less.
     */
    static final long HOLD_NANOS = 50_000;

    private static final long NEVER_NANOS = 3_600_000_000_000L;

    private final Introduction introduction;
    private final Window window;
    private final Backlog backlog = new Backlog();
    private final List<Outlet> outlets = new ArrayList<>();
    private final ArrayDeque<CompletableFuture<Void>> settled = new ArrayDeque<>();
    private final List<Flush> flushes = new ArrayList<>();
    private long sentNanos;
    private int turn;
    private long lastNumber;
    private long acknowledged;
    private long redelivered;

    public Distribution(Introduction introduction, Window window, long nowNanos) {
        this.introduction = introduction;
        this.window = window;
        this.sentNanos = nowNanos - HOLD_NANOS;
    }

    /** Whether {@link #accept} may be called for a message of this size. */
    public boolean hasRoom(long size) {
        return window.fits(size);
    }

    /** Takes a message, which is owed from now on. */
    public void accept(Message message, long size, @Nullable CompletableFuture<Void> acknowledgement) {
        window.add(size);
        backlog.add(new Outstanding(++lastNumber, message, size, acknowledgement));
    }

    /** Whether what waits fills a run. */
    public boolean isFull() {
        return backlog.size() >= Backlog.MOST_MESSAGES;
    }

    @Override
    public Introduction introduction() {
        return introduction;
    }

    @Override
    public Outlet opened(Link<Outlet> link, Introduction peer, long nowNanos) {
        var outlet = new Outlet(link, new Window(peer.credit(), peer.creditBytes()));
        outlets.add(outlet);
        return outlet;
    }

    @Override
    public void ended(Outlet outlet) {
        outlets.remove(outlet);
        for (Run run : outlet.sent.values()) {
            for (long number = run.first(); number <= run.last(); number++) {
                Outstanding message = run.message(number);
                if (!message.isAcknowledged) {
                    backlog.giveBack(message);
                }
            }
        }
        outlet.sent.clear();
    }

    @Override
    public void received(Outlet outlet, Messages messages, long nowNanos) throws MalformedCommandException {
        throw new MalformedCommandException("MESSAGES is for a receiver");
    }

    @Override
    public void acknowledged(Outlet outlet, Acknowledgement acknowledgement) {
        for (int i = 0; i < acknowledgement.count(); i++) {
            acknowledged(outlet, acknowledgement.first(i), acknowledgement.last(i));
        }
    }

    /** Goes from run to run and not from number to number: a peer says how many numbers there are. */
    private void acknowledged(Outlet outlet, long first, long last) {
        Map.Entry<Long, Run> entry = outlet.sent.floorEntry(first);
        if (entry == null) {
            entry = outlet.sent.higherEntry(first);
        }
        while (entry != null && entry.getValue().first() <= last) {
            Run run = entry.getValue();
            if (run.isUntouched() && first <= run.first() && run.last() <= last) {
                acknowledgedAll(outlet, run);
            } else {
                long end = Math.min(last, run.last());
                for (long number = Math.max(first, run.first()); number <= end; number++) {
                    acknowledged(outlet, run, run.message(number));
                }
            }
            if (run.isDone()) {
                outlet.sent.remove(entry.getKey());
            }
            entry = outlet.sent.higherEntry(entry.getKey());
        }
    }

    /** As for each of its messages, none of which is read: another thread wrote them, long ago by the standards of a cache. */
    private void acknowledgedAll(Outlet outlet, Run run) {
        run.acknowledgeAll();
        acknowledged += run.count();
        outlet.credit.remove(run.count(), run.bytes());
        window.remove(run.count(), run.bytes());
        settled.addAll(run.futures());
        for (Flush flush : flushes) {
            flush.acknowledged(run.first(), run.count());
        }
    }

    private void acknowledged(Outlet outlet, Run run, Outstanding message) {
        if (message.isAcknowledged) {
            return;
        }
        run.acknowledge(message);
        acknowledged++;
        outlet.credit.remove(1, message.size);
        window.remove(1, message.size);
        if (message.acknowledgement != null) {
            settled.add(message.acknowledgement);
        }
        for (Flush flush : flushes) {
            flush.acknowledged(message.number, 1);
        }
    }

    @Override
    public @Nullable Outgoing next(long nowNanos) {
        if (backlog.size() == 0 || isHeld(nowNanos)) {
            return null;
        }
        Outlet outlet = leastLoaded(backlog.nextSize());
        if (outlet == null) {
            return null;
        }
        Run run = backlog.take(outlet.credit, share());
        outlet.sent.put(run.first(), run);
        if (run.isRedelivered()) {
            redelivered += run.count();
        }
        sentNanos = nowNanos;
        int session = outlet.link.session;
        return outlet.link.outgoing(() -> run.encode(session), nowNanos);
    }

    private boolean isHeld(long nowNanos) {
        return nowNanos - sentNanos < HOLD_NANOS && !isFull() && !backlog.hasReturned();
    }

    /** The receiver with the fewest messages of those that have credit for one of this size; of several, each in turn. */
    private @Nullable Outlet leastLoaded(long size) {
        Outlet least = null;
        int count = outlets.size();
        for (int i = 1; i <= count; i++) {
            Outlet outlet = outlets.get((turn + i) % count);
            if (outlet.credit.fits(size) && (least == null || outlet.credit.messages() < least.credit.messages())) {
                least = outlet;
            }
        }
        if (least != null) {
            turn = outlets.indexOf(least);
        }
        return least;
    }

    /** So that what there is goes to all receivers, and not to the first one. */
    private int share() {
        int count = outlets.size();
        return Math.min(Backlog.MOST_MESSAGES, (backlog.size() + count - 1) / count);
    }

    @Override
    public long dueNanos(long nowNanos) {
        return backlog.size() > 0 && isHeld(nowNanos) ? sentNanos + HOLD_NANOS : nowNanos + NEVER_NANOS;
    }

    /** What is outstanding now, as something to wait for. */
    public Flush flush() {
        var flush = new Flush(lastNumber, window.messages());
        flushes.add(flush);
        return flush;
    }

    /** Nobody waits for it any more. */
    public void forget(Flush flush) {
        flushes.remove(flush);
    }

    /** The futures of what was acknowledged since the last call, each once; null for no more. */
    public @Nullable CompletableFuture<Void> pollSettled() {
        return settled.poll();
    }

    /** The futures of all that is outstanding, as nothing is sent any more. */
    public List<CompletableFuture<Void>> abandon() {
        List.copyOf(outlets).forEach(this::ended);
        return backlog.clear().stream()
                .map(message -> message.acknowledgement)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** How many messages are accepted and not acknowledged. */
    public int outstanding() {
        return window.messages();
    }

    /** The bytes of these. */
    public long outstandingBytes() {
        return window.bytes();
    }

    public long accepted() {
        return lastNumber;
    }

    public long acknowledged() {
        return acknowledged;
    }

    /** How often a message was sent again. */
    public long redelivered() {
        return redelivered;
    }
}
