package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Context;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Closes the context when the application ends, late: after listeners and web servers have stopped, whose last work may still send.
 * An application that is merely stopped, and may be started again, keeps it: a socket that is closed stays closed.
 */
final class ContextLifecycle implements SmartLifecycle {
    /** The phase of the clients of other brokers. */
    static final int PHASE = Integer.MIN_VALUE / 2 - 200;

    private final Context context;
    private final Duration timeout;
    private final ConfigurableApplicationContext application;

    ContextLifecycle(Context context, Duration timeout, ConfigurableApplicationContext application) {
        this.context = context;
        this.timeout = timeout;
        this.application = application;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        if (application.isClosed()) {
            context.close(timeout);
        }
    }

    @Override
    public void stop(Runnable callback) {
        Runnable closing = () -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        };
        new Thread(closing, "zmq4j-context-close").start();
    }

    @Override
    public boolean isRunning() {
        return !context.isClosed();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
