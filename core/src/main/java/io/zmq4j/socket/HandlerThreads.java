package io.zmq4j.socket;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where the handlers of a server run that takes many requests at once: each in a virtual thread where the JDK has them, 21 and
 * later, else in one of the context's workers.
 */
final class HandlerThreads {
    private static final String NAME = "zmq4j-handler";

    private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

    private HandlerThreads() {}

    /** {@code workers} are those of the context. */
    static Executor orElse(Executor workers) {
        MethodHandle start = START_VIRTUAL;
        return start == null ? workers : task -> start(start, task);
    }

    private static void start(MethodHandle start, Runnable task) {
        Runnable named = () -> {
            Thread.currentThread().setName(NAME);
            task.run();
        };
        try {
            Thread unused = (Thread) start.invokeExact(named);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("Thread.startVirtualThread", e);
        }
    }

    /** {@code Thread.startVirtualThread} is newer than the Java version this is compiled for. */
    private static @Nullable MethodHandle startVirtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
