package io.zmq4j.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Many seeds of several conversations, one after the other, on every processor. */
final class Simulations {
    private final List<Conversation> conversations;
    private final Map<Conversation, Failure> first = new TreeMap<>();

    Simulations(List<Conversation> conversations) {
        this.conversations = conversations;
    }

    /**
     * Plays so many seeds, shared among the conversations, or until the time is over, and tells of it; of each conversation
     * only until one of its seeds fails.
     *
     * @return whether all was well
     */
    boolean play(long seeds, long firstSeed, long nanos) throws InterruptedException {
        boolean holds = true;
        long began = System.nanoTime();
        long played = 0;
        for (Conversation conversation : conversations) {
            long until = began + nanos / conversations.size() * (conversation.ordinal() + 1L);
            played += play(conversation, firstSeed, (seeds + conversations.size() - 1) / conversations.size(), until);
            holds &= !first.containsKey(conversation);
        }
        double minutes = (System.nanoTime() - began) / 60e9;
        System.out.printf(Locale.ROOT, "%-14s %9d seeds, %,.0f a minute%n", "all", played, played / minutes);
        return holds;
    }

    private long play(Conversation conversation, long firstSeed, long seeds, long until) throws InterruptedException {
        Explorer explorer = conversation.explorer();
        long began = System.nanoTime();
        var next = new AtomicLong();
        var ended = new AtomicBoolean();
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(new Thread(() -> {
                while (!ended.get() && System.nanoTime() - until < 0) {
                    long number = next.getAndIncrement();
                    if (number >= seeds) {
                        return;
                    }
                    Failure failure = explorer.play(firstSeed + number);
                    if (failure != null) {
                        note(conversation, failure);
                        ended.set(true);
                    }
                }
            }));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        long played = Math.min(next.get(), seeds);
        double minutes = (System.nanoTime() - began) / 60e9;
        System.out.printf(
                Locale.ROOT,
                "%-14s %9d seeds, %,.0f a minute  %s%n",
                conversation,
                played,
                played / minutes,
                first.containsKey(conversation) ? "FAILED, " + first.get(conversation) : "ok");
        return played;
    }

    /** The one with the smallest seed, so that two runs tell the same. */
    private synchronized void note(Conversation conversation, Failure failure) {
        first.merge(conversation, failure, (one, other) -> one.seed() < other.seed() ? one : other);
    }
}
