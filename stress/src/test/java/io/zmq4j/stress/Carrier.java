package io.zmq4j.stress;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A thread of the machine, which runs one thread of a trial after another: to start one takes as long as many turns. */
final class Carrier extends Thread {
    private static final ConcurrentLinkedDeque<Carrier> IDLE = new ConcurrentLinkedDeque<>();

    /** Given once for each turn. */
    private final Semaphore turn = new Semaphore(0);

    private Task task;

    private Carrier() {
        super("carrier");
        setDaemon(true);
    }

    /** One that begins with the task when it gets its first turn. */
    static Carrier of(Task task) {
        Carrier carrier = IDLE.poll();
        if (carrier == null) {
            carrier = new Carrier();
            carrier.start();
        }
        carrier.task = task;
        return carrier;
    }

    /** The calling thread's task, or null if it has none. */
    static Task task() {
        return Thread.currentThread() instanceof Carrier carrier ? carrier.task : null;
    }

    void giveTurn() {
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    @Override
    public void run() {
        while (true) {
            awaitTurn();
            task.trial.runToTheEnd(task);
            IDLE.push(this);
        }
    }
}
