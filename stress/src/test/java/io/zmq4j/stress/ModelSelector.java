package io.zmq4j.stress;

import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A selector without a kernel: what becomes ready, a scenario says; each readiness is told once. */
public final class ModelSelector extends Selector {
    private static final int SELECT = Sites.number("Selector.select");
    private static final int WAKEUP = Sites.number("Selector.wakeup");
    private static final int READY = Sites.number("a channel becomes ready");
    private static final int CLOSE = Sites.number("Selector.close");

    private final ArrayDeque<SelectionKey> ready = new ArrayDeque<>();
    private boolean woken;
    private boolean closed;
    private Task sleeper;

    /** Something comes for this handler, which the loop finds as a key's attachment. */
    public void ready(Object handler) {
        Task me = ControlledThread.current();
        me.trial.step(me, READY);
        var key = new Key();
        key.attach(handler);
        ready.add(key);
        wakeSleeper();
    }

    private void wakeSleeper() {
        if (sleeper != null) {
            sleeper.wake();
        }
    }

    private int selectFor(Consumer<SelectionKey> action, long nanos) {
        Task me = ControlledThread.current();
        me.trial.step(me, SELECT);
        if (sleeper != null) {
            throw new IllegalStateException("two threads select at the same time");
        }
        if (closed) {
            throw new ClosedSelectorException();
        }
        if (!woken && ready.isEmpty() && nanos > 0 && !me.thread.isInterrupted()) {
            sleeper = me;
            try {
                me.trial.block(me, "a ready channel", me.trial.deadline(nanos));
            } finally {
                sleeper = null;
            }
        }
        if (closed) {
            throw new ClosedSelectorException();
        }
        woken = false;
        int count = 0;
        // What becomes ready meanwhile is for the next time.
        for (int left = ready.size(); left > 0; left--) {
            action.accept(ready.poll());
            count++;
        }
        return count;
    }

    @Override
    public int select(Consumer<SelectionKey> action, long timeout) {
        return selectFor(action, timeout == 0 ? Task.NEVER : TimeUnit.MILLISECONDS.toNanos(timeout));
    }

    @Override
    public int selectNow(Consumer<SelectionKey> action) {
        return selectFor(action, -1);
    }

    @Override
    public Selector wakeup() {
        Task me = ControlledThread.current();
        me.trial.step(me, WAKEUP);
        woken = true;
        wakeSleeper();
        return this;
    }

    @Override
    public void close() {
        Task me = ControlledThread.current();
        if (!me.trial.isEnding()) {
            me.trial.step(me, CLOSE);
        }
        closed = true;
        wakeSleeper();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    // ---- not used by what is tried

    @Override
    public SelectorProvider provider() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SelectionKey> keys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int selectNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select() {
        throw new UnsupportedOperationException();
    }

    private final class Key extends SelectionKey {
        @Override
        public SelectableChannel channel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector selector() {
            return ModelSelector.this;
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public void cancel() {}

        @Override
        public int interestOps() {
            return OP_READ;
        }

        @Override
        public SelectionKey interestOps(int operations) {
            return this;
        }

        @Override
        public int readyOps() {
            return OP_READ;
        }
    }
}
