package io.zmq4j.socket;

import io.zmq4j.loop.Daemons;
import io.zmq4j.notice.Notices;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketDefaults;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a context is made with.
 *
 * @param sockets what the options of the application's sockets begin with
 * @param threads makes the threads, if the application gave something that does
 * @param executor completes futures and looks names up, if the application gave one that does
 * @param warnings whether the context says to the log what an application ought to know
 */
public record ContextSettings(
        String name,
        int ioLoops,
        OptionValues sockets,
        @Nullable ThreadFactory threads,
        @Nullable Executor executor,
        boolean warnings) {
    private static final int MOST_LOOPS = 64;

    public ContextSettings {
        Name.check(name);
        if (ioLoops < 1 || ioLoops > MOST_LOOPS) {
            throw new IllegalArgumentException("ioLoops is " + ioLoops + ": from 1 to " + MOST_LOOPS + " is allowed");
        }
    }

    /** Those of a context for which nothing is said. */
    public static ContextSettings standard() {
        return new ContextSettings("zmq4j", 1, new SocketDefaults().values(), null, null, Notices.areWanted());
    }

    public ContextSettings withName(String other) {
        return new ContextSettings(other, ioLoops, sockets, threads, executor, warnings);
    }

    public ContextSettings withIoLoops(int other) {
        return new ContextSettings(name, other, sockets, threads, executor, warnings);
    }

    public ContextSettings withSockets(OptionValues other) {
        return new ContextSettings(name, ioLoops, other, threads, executor, warnings);
    }

    public ContextSettings withThreads(ThreadFactory other) {
        return new ContextSettings(name, ioLoops, sockets, other, executor, warnings);
    }

    public ContextSettings withExecutor(Executor other) {
        return new ContextSettings(name, ioLoops, sockets, threads, other, warnings);
    }

    public ContextSettings withWarnings(boolean other) {
        return new ContextSettings(name, ioLoops, sockets, threads, executor, other);
    }

    /** Makes threads for a part of the context's work, which is in their names unless the application's own factory names them. */
    ThreadFactory threadsFor(String part) {
        ThreadFactory own = threads;
        return own == null ? new Daemons(name + "-" + part) : task -> made(own.newThread(task));
    }

    /** The JDK's factories may give null, and say by that that they have no thread. */
    private static Thread made(@Nullable Thread thread) {
        if (thread == null) {
            throw new IllegalStateException("the context's thread factory gave null");
        }
        return thread;
    }
}
