package io.zmq4j.socket;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Timer;
import org.jspecify.annotations.Nullable;

/**
 * One timer of a loop for many deadlines: it is set for the earliest only, and rings early rather than be set anew for each that
 * comes and goes. Whoever it rings for looks what is due and sets it again.
 */
final class Alarm {
    private final Loop loop;
    private final Runnable ring;
    private final Chore set;

    private volatile boolean isSet;
    private volatile long dueNanos;

    // ---- owned by the loop's token

    private @Nullable Timer timer;

    /** {@code ring} is run with the loop's token held, must not block, and is run again if it throws an error. */
    Alarm(Loop loop, Runnable ring) {
        this.loop = loop;
        this.ring = ring;
        this.set = loop.chore(this::set);
    }

    /** Rings at this time at the latest. One caller at a time; runs nothing from within the call. */
    void ringAt(long nanos) {
        if (!isSet || nanos - dueNanos < 0) {
            dueNanos = nanos;
            isSet = true;
            set.note();
        }
    }

    private void set() {
        loop.cancel(timer);
        timer = null;
        if (isSet) {
            timer = loop.schedule(Math.max(0, dueNanos - System.nanoTime()), this::ring);
            loop.needsDriver();
        }
    }

    /** Not set any more before it rings: who is called looks after that. */
    private void ring() {
        timer = null;
        isSet = false;
        ring.run();
    }
}
