package io.zmq4j.patterns.agent;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what one message, task or moment does from ending the agent: it is counted and told, and the next one comes. */
final class Guard {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns");

    private final String name;
    private final AtomicLong failures = new AtomicLong();

    Guard(String name) {
        this.name = name;
    }

    /** Lets through what says that sockets are closed, or that the thread is to end. */
    void run(Runnable step) {
        try {
            step.run();
        } catch (SocketClosedException | WaitInterruptedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            long count = failures.incrementAndGet();
            if (Seldom.isTold(count)) {
                LOG.log(System.Logger.Level.WARNING, name + ": a step failed, the " + count + ". so far", e);
            }
        }
    }

    long failures() {
        return failures.get();
    }
}
