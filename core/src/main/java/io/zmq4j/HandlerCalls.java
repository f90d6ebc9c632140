package io.zmq4j;

import io.zmq4j.message.Message;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The calls of a message handler, made by one thread at a time; counted, and interrupted from outside. */
final class HandlerCalls {
    /** Hears of a message that the handler failed with, and how often it has failed. */
    interface OnError {
        void failed(Message message, Throwable failure, long count);
    }

    private final MessageHandler handler;
    private final OnError onError;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Whose call is under way. Changed with this object locked, so that an interrupt meets nothing else. */
    private volatile @Nullable Thread caller;

    HandlerCalls(MessageHandler handler, OnError onError) {
        this.handler = handler;
        this.onError = onError;
    }

    /** Whatever the handler throws, the next message is not worse for it. */
    void call(Message message) {
        caller(Thread.currentThread());
        try {
            handler.handle(message);
        } catch (Throwable e) {
            tell(message, e, failed.incrementAndGet());
        } finally {
            caller(null);
            // What was meant for the handler is not for the receiving that follows.
            Thread.interrupted();
            handled.incrementAndGet();
        }
    }

    private void tell(Message message, Throwable failure, long count) {
        try {
            onError.failed(message, failure, count);
        } catch (Throwable e) {
            HandlerLog.tell(handler, count, "what is told of a handler that failed, failed as well", e);
        }
    }

    private synchronized void caller(@Nullable Thread thread) {
        caller = thread;
    }

    /** Whether the handler itself asks. */
    boolean isCaller() {
        return caller == Thread.currentThread();
    }

    /** Interrupts the call under way, if there is one. */
    synchronized void interrupt() {
        Thread thread = caller;
        if (thread != null) {
            thread.interrupt();
        }
    }

    long handled() {
        return handled.get();
    }

    long failed() {
        return failed.get();
    }
}
