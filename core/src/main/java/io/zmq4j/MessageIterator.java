package io.zmq4j;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A receiver's messages one by one, for a loop and for a stream. For one thread.
 *
 * <p>A message is taken by {@link #hasNext} and stays here until {@link #next}: so a loop that is left by {@code break} holds
 * none. As a spliterator it takes a message only to hand it over at once, and is never split: a parallel stream gets every
 * message, one after the other.
 */
final class MessageIterator implements Iterator<Message>, Spliterator<Message> {
    private final Receiver receiver;
    private @Nullable Message taken;

    MessageIterator(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public boolean hasNext() {
        if (taken == null) {
            taken = take();
        }
        return taken != null;
    }

    @Override
    public Message next() {
        Message message = taken == null ? take() : taken;
        taken = null;
        if (message == null) {
            throw new NoSuchElementException("the socket is closed: no message comes any more");
        }
        return message;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Message> action) {
        Message message = take();
        if (message == null) {
            return false;
        }
        action.accept(message);
        return true;
    }

    /** Null when the receiver is closed. A flood is left on an interrupt as well, though nothing waits in it. */
    private @Nullable Message take() {
        if (Thread.currentThread().isInterrupted()) {
            throw new WaitInterruptedException("interrupted in a loop over messages");
        }
        try {
            return receiver.receive();
        } catch (SocketClosedException e) {
            return null;
        }
    }

    @Override
    public void forEachRemaining(Consumer<? super Message> action) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = tryAdvance(action);
        }
    }

    @Override
    public @Nullable Spliterator<Message> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
