package zmq;

import io.zmq4j.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import zmq.util.function.BiFunction;

/** What a context is made with. Guarded by its {@link Ctx}. */
final class CtxSettings {
    private static final int MOST_LOOPS = 64;

    int ioThreads = ZMQ.ZMQ_IO_THREADS_DFLT;
    int maxSockets = ZMQ.ZMQ_MAX_SOCKETS_DFLT;
    boolean ipv6;
    boolean blocky = true;
    BiFunction<Runnable, String, Thread> threadFactory = CtxSettings::daemon;
    Thread.@Nullable UncaughtExceptionHandler uncaughtHandler;
    Thread.UncaughtExceptionHandler notificationHandler = (thread, failure) -> {};

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    boolean set(int option, int value) {
        get(option);
        if (value < 0 || (option == ZMQ.ZMQ_MAX_SOCKETS && value == 0)) {
            return false;
        }
        switch (option) {
            case ZMQ.ZMQ_IO_THREADS -> ioThreads = value;
            case ZMQ.ZMQ_MAX_SOCKETS -> maxSockets = value;
            case ZMQ.ZMQ_IPV6 -> ipv6 = value != 0;
            default -> blocky = value != 0;
        }
        return true;
    }

    int get(int option) {
        return switch (option) {
            case ZMQ.ZMQ_IO_THREADS -> ioThreads;
            case ZMQ.ZMQ_MAX_SOCKETS -> maxSockets;
            case ZMQ.ZMQ_IPV6 -> ipv6 ? 1 : 0;
            case ZMQ.ZMQ_BLOCKY -> blocky ? 1 : 0;
            default -> throw new IllegalArgumentException("A context has no option " + option);
        };
    }

    Context context() {
        var count = new AtomicInteger();
        BiFunction<Runnable, String, Thread> factory = threadFactory;
        Thread.UncaughtExceptionHandler handler = uncaughtHandler;
        return Context.builder()
                .ioLoops(Math.max(1, Math.min(MOST_LOOPS, ioThreads)))
                .threadFactory(task -> {
                    Thread thread = factory.apply(task, "zmq4j-" + count.incrementAndGet());
                    if (thread != null && handler != null) {
                        thread.setUncaughtExceptionHandler(handler);
                    }
                    return thread;
                })
                .build();
    }
}
