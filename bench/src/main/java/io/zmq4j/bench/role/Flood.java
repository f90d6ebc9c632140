package io.zmq4j.bench.role;

import java.util.concurrent.TimeUnit;

/** As many messages as will go, in one direction. What is measured follows the warm-up without a gap. */
final class Flood {
    /**
     * Messages in a call. A loop that is compiled while it runs is compiled for that run: after the warm-up, the next would
     * begin interpreted. A method that was called often is compiled for good.
     */
    private static final int STEP = 1_000;

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private Flood() {}

    /**
     * What the receiver saw.
     *
     * @param perSecond messages, from the first to the last
     * @param bytesEach allocated in the process for a message
     */
    record Received(double perSecond, double bytesEach) {}

    /** Sends; gives how many bytes a message made the process allocate, beside its array, which is the application's. */
    static double send(Peer out, Run run) {
        send(out, run.size(), 0, run.warmup());
        long allocated = Allocation.bytes();
        send(out, run.size(), run.warmup(), run.count());
        return (Allocation.bytes() - allocated) / (double) run.count() - Allocation.ofArray(run.size());
    }

    private static void send(Peer out, int size, long first, long count) {
        long end = first + count;
        for (long number = first; number < end; number += STEP) {
            sendStep(out, size, number, Math.min(number + STEP, end));
        }
    }

    private static void sendStep(Peer out, int size, long first, long end) {
        for (long number = first; number < end; number++) {
            out.send(Numbers.message(size, number));
        }
    }

    static Received receive(Peer in, Run run, Ledger ledger) {
        // The first look takes milliseconds, in which a sender would get ahead of the clock.
        Allocation.bytes();
        receive(in, run.beforeClock(), ledger);
        long counted = run.total() - run.beforeClock();
        long allocated = Allocation.bytes();
        long began = System.nanoTime();
        receive(in, counted, ledger);
        long nanos = Math.max(System.nanoTime() - began, 1);
        allocated = Allocation.bytes() - allocated;
        return new Received(counted * SECOND / nanos, allocated / (double) Math.max(counted, 1));
    }

    private static void receive(Peer in, long count, Ledger ledger) {
        for (long left = count; left > 0; left -= STEP) {
            receiveStep(in, Math.min(left, STEP), ledger);
        }
    }

    private static void receiveStep(Peer in, long count, Ledger ledger) {
        for (long i = 0; i < count; i++) {
            in.receive(ledger);
        }
    }
}
