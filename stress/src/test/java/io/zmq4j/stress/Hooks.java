package io.zmq4j.stress;

import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What rewritten code calls, before each step that other threads can see and in place of what blocks. In a thread of no
 * trial each does what it stands for.
 */
public final class Hooks {
    private Hooks() {}

    public static void step(int site) {
        Task me = ControlledThread.current();
        if (me != null) {
            me.trial.step(me, site);
        }
    }

    public static void keepTurn() {
        Task me = Carrier.task();
        if (me != null) {
            me.keepsTurn++;
        }
    }

    public static void giveTurnUp() {
        Task me = Carrier.task();
        if (me != null) {
            me.keepsTurn--;
        }
    }

    // ---- java.util.concurrent.locks.LockSupport

    public static void park(Object blocker) {
        parkNanos(blocker, Task.NEVER);
    }

    public static void parkNanos(Object blocker, long nanos) {
        Task me = ControlledThread.current();
        if (me == null) {
            LockSupport.parkNanos(blocker, nanos);
        } else {
            me.trial.park(me, nanos);
        }
    }

    public static void unpark(Thread thread) {
        if (thread instanceof ControlledThread controlled && controlled.task != null) {
            controlled.task.trial.unpark(controlled.task);
        } else {
            LockSupport.unpark(thread);
        }
    }

    // ---- java.lang

    public static Thread currentThread() {
        Task me = Carrier.task();
        return me == null ? Thread.currentThread() : me.thread;
    }

    public static boolean interrupted() {
        Task me = Carrier.task();
        return me == null ? Thread.interrupted() : me.thread.clearInterrupt();
    }

    public static void yield() {
        Task me = ControlledThread.current();
        if (me == null) {
            Thread.yield();
        } else {
            me.trial.yield(me);
        }
    }

    public static void start(Thread thread) {
        Task me = Carrier.task();
        if (me != null && thread instanceof ControlledThread controlled) {
            me.trial.start(me, controlled);
        } else {
            thread.start();
        }
    }

    public static void interrupt(Thread thread) {
        thread.interrupt();
        if (thread instanceof ControlledThread controlled && controlled.task != null) {
            controlled.task.wake();
        }
    }

    public static long nanoTime() {
        Task me = ControlledThread.current();
        return me == null ? System.nanoTime() : me.trial.clock();
    }

    /** Also of a thread that keeps its turn. */
    public static int identityHashCode(Object object) {
        return Trial.current().identityHashCode(object);
    }

    /** Whatever is logged as an error in a trial is its failure. */
    public static System.Logger logger(String name) {
        return new System.Logger() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean isLoggable(Level level) {
                return level.compareTo(Level.WARNING) >= 0;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                Task me = ControlledThread.current();
                if (me != null && level == Level.ERROR && !me.trial.isEnding()) {
                    throw me.trial.fail("logged: " + message + ": " + thrown);
                }
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
                log(level, bundle, format, (Throwable) null);
            }
        };
    }

    // ---- java.util.concurrent.Executors

    /** A thread for each task. */
    public static ExecutorService newCachedThreadPool(ThreadFactory threads) {
        return new AbstractExecutorService() {
            private volatile boolean ended;

            @Override
            public void execute(Runnable task) {
                if (ended) {
                    throw new RejectedExecutionException();
                }
                start(threads.newThread(task));
            }

            @Override
            public void shutdown() {
                ended = true;
            }

            @Override
            public List<Runnable> shutdownNow() {
                ended = true;
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return ended;
            }

            @Override
            public boolean isTerminated() {
                return ended;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return ended;
            }
        };
    }

    // ---- java.nio

    /** What is not for a kernel need not be outside of the heap, where it would stay until the next collection. */
    public static ByteBuffer allocateDirect(int capacity) {
        return ByteBuffer.allocate(capacity);
    }

    public static Selector openSelector() {
        Task me = ControlledThread.current();
        if (me == null) {
            throw new IllegalStateException("a selector outside of a trial");
        }
        var selector = new ModelSelector();
        me.trial.opened(selector);
        return selector;
    }
}
