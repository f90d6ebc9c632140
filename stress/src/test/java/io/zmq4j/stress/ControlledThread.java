package io.zmq4j.stress;

/** What a rewritten class gets where it asks for a {@link Thread}: one that runs when its trial lets it. */
public final class ControlledThread extends Thread {
    Task task;

    public ControlledThread(Runnable body) {
        super(body);
        setDaemon(true);
    }

    public ControlledThread(Runnable body, String name) {
        super(body, name);
        setDaemon(true);
    }

    @Override
    public void run() {
        if (task == null) {
            super.run();
        } else {
            task.trial.runToTheEnd(task, super::run);
        }
    }

    /** The calling thread's task, or null for a thread of no trial, and for one that keeps its turn. */
    static Task current() {
        return Thread.currentThread() instanceof ControlledThread thread
                        && thread.task != null
                        && thread.task.keepsTurn == 0
                ? thread.task
                : null;
    }
}
