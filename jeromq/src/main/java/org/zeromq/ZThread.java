package org.zeromq;

import java.util.Objects;
import zmq.ZError;

/** Starts threads that talk to the one that started them by a pipe, and threads that do not. */
public class ZThread {
    ZThread() {}

    /** What a thread runs that has no pipe. */
    public interface IDetachedRunnable {
        void run(Object[] args);
    }

    /** What a thread runs that has one end of a pipe. */
    public interface IAttachedRunnable {
        /**
         * Runs in the thread.
         *
         * @param args those that {@link ZThread#fork} was given
         * @param context a shadow of the context that was forked, closed when this returns
         * @param pipe this thread's end, a PAIR, closed when this returns
         */
        void run(Object[] args, ZContext context, ZMQ.Socket pipe);
    }

    /**
     * Starts a daemon thread. What it throws is for its handler of uncaught exceptions.
     *
     * @throws NullPointerException if there is nothing to run
     */
    public static void start(IDetachedRunnable runnable, Object... args) {
        Objects.requireNonNull(runnable, "runnable");
        Thread thread = new Thread(() -> runnable.run(args));
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts a thread with a shadow of the context and one end of a pipe, which is made of two PAIR sockets over inproc. It is a
     * daemon if the thread is that starts it. Closing the context ends it, as then every call that waits fails with ETERM, which it
     * need not catch. Any other exception is for its handler of uncaught exceptions.
     *
     * @param context closes this thread's end of the pipe at the latest
     * @return this thread's end
     * @throws NullPointerException if there is nothing to run
     * @throws ZError.CtxTerminatedException if the context was closed
     */
    public static ZMQ.Socket fork(ZContext context, IAttachedRunnable runnable, Object... args) {
        Objects.requireNonNull(runnable, "runnable");
        String name = "zctx-pipe-" + context.nextFork();
        ZContext shadow = context.shadow();
        ZMQ.Socket near = context.createSocket(SocketType.PAIR);
        boolean isStarted = false;
        try {
            near.bind("inproc://" + name);
            ZMQ.Socket far = shadow.createSocket(SocketType.PAIR);
            far.connect("inproc://" + name);
            new Thread(() -> run(runnable, args, shadow, far), name).start();
            isStarted = true;
            return near;
        } finally {
            if (!isStarted) {
                near.close();
                shadow.close();
            }
        }
    }

    private static void run(IAttachedRunnable runnable, Object[] args, ZContext shadow, ZMQ.Socket pipe) {
        try (shadow) {
            runnable.run(args, shadow, pipe);
        } catch (ZError.CtxTerminatedException e) {
            // The context's end is the thread's: it was about to make a socket.
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZError.ETERM) {
                throw e;
            }
        }
    }
}
