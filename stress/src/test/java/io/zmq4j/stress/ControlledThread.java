package io.zmq4j.stress;

/**
 * What a rewritten class gets where it asks for a {@link Thread}: one that runs when its trial lets it. The machine knows it only
 * as what a {@link Carrier} does.
 */
public final class ControlledThread extends Thread {
    final Runnable body;
    /** Null until it is started. */
    Task task;

    private boolean isInterrupted;

    public ControlledThread(Runnable body) {
        this(body, "unnamed");
    }

    public ControlledThread(Runnable body, String name) {
        super(name);
        this.body = body;
    }

    /** The calling thread's task, or null for a thread of no trial, and for one that keeps its turn. */
    static Task current() {
        Task task = Carrier.task();
        return task != null && task.keepsTurn == 0 ? task : null;
    }

    // ---- what is asked of a thread

    /** The same whenever the trial is played. */
    @Override
    public long getId() {
        return task.number;
    }

    @Override
    public State getState() {
        return task.state == Task.State.BLOCKED ? State.WAITING : State.RUNNABLE;
    }

    @Override
    public void interrupt() {
        isInterrupted = true;
    }

    @Override
    public boolean isInterrupted() {
        return isInterrupted;
    }

    boolean clearInterrupt() {
        boolean was = isInterrupted;
        isInterrupted = false;
        return was;
    }
}
