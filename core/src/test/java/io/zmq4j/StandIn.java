package io.zmq4j;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A receiver that is no socket: has what it is given, and nothing else. */
final class StandIn implements Receiver {
    private final ArrayDeque<Message> messages = new ArrayDeque<>();
    private final ArrayDeque<CompletableFuture<Message>> waiting = new ArrayDeque<>();
    private boolean closed;

    StandIn(String... texts) {
        for (String text : texts) {
            messages.add(Message.of(text));
        }
    }

    void give(String text) {
        CompletableFuture<Message> next;
        synchronized (this) {
            do {
                next = waiting.poll();
            } while (next != null && next.isDone());
            if (next == null) {
                messages.add(Message.of(text));
                return;
            }
        }
        next.complete(Message.of(text));
    }

    void close() {
        fail(new SocketClosedException("closed"));
    }

    /** Nothing is received any more, and what waits fails with this. */
    synchronized void fail(Throwable reason) {
        closed = true;
        waiting.forEach(next -> next.completeExceptionally(reason));
    }

    @Override
    public Message receive() {
        return tryReceive().orElseThrow(() -> new SocketClosedException("closed"));
    }

    @Override
    public synchronized Optional<Message> tryReceive() {
        if (closed) {
            throw new SocketClosedException("closed");
        }
        return Optional.ofNullable(messages.poll());
    }

    @Override
    public Optional<Message> receive(Duration timeout) {
        return tryReceive();
    }

    @Override
    public synchronized CompletableFuture<Message> receiveAsync() {
        var next = new CompletableFuture<Message>();
        if (closed) {
            next.completeExceptionally(new SocketClosedException("closed"));
        } else if (messages.isEmpty()) {
            waiting.add(next);
        } else {
            next.complete(messages.poll());
        }
        return next;
    }

    @Override
    public Received receiveFrom() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Received> tryReceiveFrom() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Received> receiveFrom(Duration timeout) {
        throw new UnsupportedOperationException();
    }
}
