package io.zmq4j.dashboard;

import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.view.ProcessWatch;
import io.zmq4j.view.Source;
import io.zmq4j.view.ViewException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A process that is watched, whether it is there or not. A look may take seconds, so that it has a thread of its own; what was seen
 * last is there at once.
 */
final class Watched {
    /** How many looks are left out at most after one that found no process: to attach costs the other side more than to look. */
    private static final int LONGEST_PAUSE = 4;

    private final Opening opening;
    private final ProcessWatch watch = new ProcessWatch(1);
    private final AtomicReference<Activity> activity = new AtomicReference<>(Activity.IDLE);
    private @Nullable Source source;
    private int pause = 1;
    private int pauseLeft;
    private volatile Sight sight;

    /** How a process is found: {@link Source#open}, and something else in tests. */
    interface Opening {
        Source open() throws ViewException;
    }

    Watched(String key, String target, Opening opening) {
        this.opening = opening;
        sight = new Sight(key, target, State.AWAITED, null, List.of(), 0);
    }

    Sight sight() {
        return sight;
    }

    /** IDLE to LOOKING and back; CLOSED is the end, from whichever. */
    private enum Activity {
        IDLE,
        LOOKING,
        CLOSED
    }

    /** Looks, unless the look before is still under way. */
    void look() {
        if (activity.compareAndSet(Activity.IDLE, Activity.LOOKING)) {
            try {
                if (pauseLeft > 0) {
                    pauseLeft--;
                } else {
                    lookNow();
                }
            } finally {
                if (!activity.compareAndSet(Activity.LOOKING, Activity.IDLE)) {
                    closeSource();
                }
            }
        }
    }

    private void lookNow() {
        try {
            if (source == null) {
                source = opening.open();
                pause = 1;
            }
            var contexts = watch.add(source.look());
            sight = new Sight(sight.key(), sight.target(), State.SEEN, null, contexts, sight.looks() + 1);
        } catch (ViewException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failed("what it sent cannot be shown: " + e);
        }
    }

    private void failed(String sentence) {
        var state = sight.state() == State.AWAITED ? State.AWAITED : State.GONE;
        sight = new Sight(sight.key(), sight.target(), state, sentence, sight.contexts(), sight.looks());
        closeSource();
        pauseLeft = pause;
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }

    private void closeSource() {
        if (source != null) {
            source.close();
            source = null;
        }
    }

    /** Leaves the process alone; where a look is under way, when that has ended. */
    void close() {
        if (activity.getAndSet(Activity.CLOSED) == Activity.IDLE) {
            closeSource();
        }
    }
}
