package io.zmq4j.socket;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call, and the future of it that the application has.
 *
 * <pre>
 *   WAITING ── the socket did it, or it failed ──▶ SERVED ── told, without the lock ──▶ done
 *      └────── given up ─────▶ WITHDRAWN ─────────────────────────────────────────────▶ done
 * </pre>
 *
 * The state changes with the lock of {@link Async} held, under which also the message is taken or sent: so a call is either
 * given up and leaves no trace, or served and can no longer be given up. Whatever completes a future from outside (cancel,
 * a time limit, a value of the application's own) therefore asks for the lock first.
 */
abstract class Pending<T> extends CompletableFuture<T> {
    enum State {
        WAITING,
        SERVED,
        WITHDRAWN
    }

    private final Async async;

    /** What the call adds to what its socket holds. */
    final long size;

    /** The context stays open as long as this is reachable, and so for as long as the call is not done. */
    @SuppressWarnings("unused")
    private @Nullable Object keptAlive;

    // ---- guarded by the lock of the asynchronous calls

    State state = State.WAITING;

    @Nullable
    PendingList list;

    @Nullable
    Pending<?> previous;

    @Nullable
    Pending<?> next;

    private @Nullable Throwable failure;

    Pending(Async async, long size, @Nullable Object keptAlive) {
        this.async = async;
        this.size = size;
        this.keptAlive = keptAlive;
    }

    /** Does what was asked for, if that is possible now. */
    abstract boolean attempt(LockedPattern pattern);

    /** What the future is completed with. */
    abstract @Nullable T result();

    /** Tries; false if the call has to wait. What goes wrong is this call's and ends it. */
    final boolean serve(LockedPattern pattern) {
        try {
            if (!attempt(pattern)) {
                return false;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        state = State.SERVED;
        return true;
    }

    /** It ends with this failure, which is still to be told. */
    final void fail(Throwable reason) {
        failure = reason;
        state = State.SERVED;
    }

    final boolean hasFailed() {
        return failure != null;
    }

    /** It was given up, and leaves no trace. */
    void withdrawn() {
        state = State.WITHDRAWN;
        keptAlive = null;
    }

    /** Tells whoever waits for the future; once it is served. Without a lock: what hangs on it is somebody else's code. */
    final void tell() {
        keptAlive = null;
        if (failure != null) {
            super.completeExceptionally(failure);
        } else {
            super.complete(result());
        }
    }

    // ---- completed from outside

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (async.withdraw(this)) {
            return super.cancel(mayInterruptIfRunning);
        }
        // Too late. As for every future, it is done when this returns.
        tell();
        return false;
    }

    @Override
    public boolean complete(T value) {
        if (async.withdraw(this)) {
            return super.complete(value);
        }
        tell();
        return false;
    }

    /** If it is too late, a worker tells: this may be the one thread that all time limits of the JVM share. */
    @Override
    public boolean completeExceptionally(Throwable reason) {
        return async.withdraw(this) && super.completeExceptionally(reason);
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        Objects.requireNonNull(supplier, "supplier");
        executor.execute(() -> {
            if (!isDone()) {
                try {
                    complete(supplier.get());
                } catch (RuntimeException | Error e) {
                    completeExceptionally(e);
                }
            }
        });
        return this;
    }

    @Override
    public void obtrudeValue(T value) {
        async.withdraw(this);
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable reason) {
        async.withdraw(this);
        super.obtrudeException(reason);
    }

    static final class Receive extends Pending<Message> {
        private @Nullable Message received;

        Receive(Async async, @Nullable Object keptAlive) {
            super(async, 0, keptAlive);
        }

        @Override
        boolean attempt(LockedPattern pattern) {
            received = pattern.tryReceive();
            return received != null;
        }

        @Override
        @Nullable
        Message result() {
            return received;
        }
    }

    static final class Send extends Pending<Void> {
        /** Null when it was sent. */
        private @Nullable Message message;

        Send(Async async, Message message, @Nullable Object keptAlive) {
            super(async, message.size(), keptAlive);
            this.message = message;
        }

        @Override
        boolean attempt(LockedPattern pattern) {
            if (message != null && !pattern.trySend(message)) {
                return false;
            }
            message = null;
            return true;
        }

        @Override
        @Nullable
        Void result() {
            return null;
        }
    }
}
