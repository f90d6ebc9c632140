package io.zmq4j.micrometer;

import io.zmq4j.message.Message;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What becomes of another future's message. Whatever ends it from outside goes to that other future, which may be given up by it. */
final class Derived extends CompletableFuture<Message> {
    private final CompletableFuture<Message> source;

    private Derived(CompletableFuture<Message> source) {
        this.source = source;
    }

    /** Either is called before this future is done. */
    static CompletableFuture<Message> of(
            CompletableFuture<Message> source, UnaryOperator<Message> change, Consumer<Throwable> onFailure) {
        var derived = new Derived(source);
        var unused = source.whenComplete((message, failure) -> {
            if (failure == null) {
                derived.follow(message, change);
            } else {
                derived.fail(Outcome.cause(failure), onFailure);
            }
        });
        return derived;
    }

    private void follow(Message message, UnaryOperator<Message> change) {
        try {
            super.complete(change.apply(message));
        } catch (Throwable e) {
            super.completeExceptionally(e);
        }
    }

    private void fail(Throwable failure, Consumer<Throwable> onFailure) {
        try {
            onFailure.accept(failure);
        } finally {
            super.completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return source.cancel(mayInterruptIfRunning) || isCancelled();
    }

    @Override
    public boolean complete(Message value) {
        return source.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return source.completeExceptionally(failure);
    }
}
