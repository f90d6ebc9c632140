package io.zmq4j.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the handlers of a server run that takes many requests at once: each in a virtual thread where the JDK has them, 21 and
 * later, else in one of the context's workers. By reflection, as this is compiled for 17.
 */
final class HandlerThreads {
    private static final @Nullable ThreadFactory VIRTUAL = virtual();

    private HandlerThreads() {}

    /** {@code workers} are those of the context. */
    static Executor orElse(Executor workers) {
        ThreadFactory virtual = VIRTUAL;
        return virtual == null ? workers : task -> virtual.newThread(task).start();
    }

    private static @Nullable ThreadFactory virtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            Class<?> builderType = Class.forName("java.lang.Thread$Builder");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            builder = builderType.getMethod("name", String.class, long.class).invoke(builder, "zmq4j-handler-", 0L);
            return (ThreadFactory) builderType.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
