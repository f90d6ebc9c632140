package io.zmq4j.stress;

import java.util.concurrent.CountDownLatch;

/** One thread of a trial. Touched only by the thread whose turn it is. */
final class Task {
    enum State {
        READY,
        BLOCKED,
        DONE
    }

    static final long NEVER = Long.MAX_VALUE;

    final Trial trial;
    final ControlledThread thread;
    final int number;
    final Carrier carrier;
    /** Open when its carrier has nothing more to do with it. */
    final CountDownLatch gone = new CountDownLatch(1);

    State state = State.READY;
    /** While blocked: when it goes on by itself. */
    long deadline = NEVER;
    /** While blocked: for what. */
    Object waitsFor = "";
    /** Of {@code LockSupport}. */
    boolean permit;
    /** Class initialisers and monitors that it is in: there it keeps its turn, as others would block in the virtual machine. */
    int keepsTurn;
    /** The strategy's: who runs first. */
    int priority;

    Task(Trial trial, ControlledThread thread, int number) {
        this.trial = trial;
        this.thread = thread;
        this.number = number;
        carrier = Carrier.of(this);
    }

    void wake() {
        if (state == State.BLOCKED) {
            state = State.READY;
        }
    }

    @Override
    public String toString() {
        return thread.getName();
    }
}
