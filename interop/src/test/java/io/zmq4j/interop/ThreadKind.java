package io.zmq4j.interop;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The threads an application may call from: those of the platform and, from Java 21 on, virtual ones. */
enum ThreadKind {
    PLATFORM,
    VIRTUAL;

    /** The kinds that this Java has. */
    static Stream<ThreadKind> available() {
        return Runtime.version().feature() >= 21 ? Stream.of(values()) : Stream.of(PLATFORM);
    }

    /** A task in a thread that can be interrupted. */
    record Running<T>(Thread thread, FutureTask<T> result) {}

    <T> Running<T> start(Callable<T> task) {
        var result = new FutureTask<>(task);
        Thread thread = switch (this) {
            case PLATFORM -> startPlatform(result);
            case VIRTUAL -> startVirtual(result);
        };
        return new Running<>(thread, result);
    }

    private static Thread startPlatform(Runnable task) {
        var thread = new Thread(task, "application");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static Thread startVirtual(Runnable task) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java " + Runtime.version() + " has no virtual threads", e);
        }
    }
}
