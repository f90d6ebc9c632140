package io.zmq4j.event;

/** Stands for a listener that was added: {@link #close} removes it. Safe for any thread. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** The listener gets what happened before, and then nothing more. Without effect the second time. */
    @Override
    void close();
}
