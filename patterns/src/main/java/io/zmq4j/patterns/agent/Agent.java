package io.zmq4j.patterns.agent;

import io.zmq4j.Context;
import io.zmq4j.Poller;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Received;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A thread that reads some sockets, does what other threads ask of it, and looks at the clock; so a pattern's state has one owner
 * and needs no lock.
 *
 * <p>It ends with {@link #close}, or with its context; then its sockets are closed and it says so, once.
 */
public final class Agent implements AutoCloseable {
    /** How long {@link #close} waits for the step that is under way. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /**
     * <pre>
     *   NEW ── start ──▶ RUNNING ── close ──▶ CLOSING ── the step under way returns ──▶ ENDED
     *    │                  └── the context is closed, the thread interrupted ───────────▲
     *    └── close ─────────────────────────────────────────────────────────────────────┘
     * </pre>
     */
    private enum State {
        NEW,
        RUNNING,
        CLOSING,
        ENDED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Poller poller;
    private final Bell bell;
    private final Guard guard;
    private final Thread thread;
    private Timer timer = Timer.NONE;
    private Runnable onEnd = () -> {};

    /** @param role what it is, for the name of its thread */
    public Agent(Context context, String role) {
        String name = context.name() + "-" + role;
        guard = new Guard(name);
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        poller = context.poller();
        bell = new Bell(context);
        poller.onReadable(bell.heard());
    }

    /** Has this socket closed in the end; it may be used for sending at once. */
    public <S extends Socket> S owning(S socket) {
        sockets.add(socket);
        return socket;
    }

    /** Has a socket read from now on, and closed in the end. */
    public <S extends Socket & ReceivingSocket> Source read(S socket, Consumer<Received> handler) {
        return read(socket, () -> true, handler);
    }

    /** As {@link #read(Socket, Consumer)}, as long as its messages are wanted, which is asked before each wait and each message. */
    public <S extends Socket & ReceivingSocket> Source read(
            S socket, BooleanSupplier isWanted, Consumer<Received> handler) {
        var source = new Source(socket, poller, isWanted, handler);
        sources.add(source);
        return source;
    }

    /** Closes a socket that was read, before the agent ends. */
    public void stop(Source source) {
        sources.remove(source);
        source.end();
    }

    /**
     * Begins. Nothing of the above is called from outside after this.
     *
     * @param timer what is to be done by the clock
     * @param onEnd called in the agent's thread after its sockets are closed, when {@link #execute} takes nothing any more
     */
    public void start(Timer timer, Runnable onEnd) {
        this.timer = timer;
        this.onEnd = onEnd;
        if (!state.compareAndSet(State.NEW, State.RUNNING)) {
            return;
        }
        boolean isStarted = false;
        try {
            thread.start();
            isStarted = true;
        } finally {
            if (!isStarted) {
                end();
            }
        }
    }

    /**
     * Has a task run in the agent's thread, after those that were given before. From any thread.
     *
     * @return false if the agent has ended, or is ending; a task that was taken before the end may not be run either
     */
    public boolean execute(Runnable task) {
        if (state.get() != State.RUNNING) {
            return false;
        }
        tasks.add(task);
        try {
            bell.ring();
        } catch (SocketClosedException e) {
            return false;
        }
        return state.get() == State.RUNNING;
    }

    /** Has the timer called soon. From any thread. */
    public void wakeUp() {
        try {
            bell.ring();
        } catch (SocketClosedException e) {
            // It has ended.
        }
    }

    /**
     * Has something looked up in the agent's thread, and waits for it: no code of an application's runs there, so that is soon. After
     * the agent's end the caller looks itself.
     *
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public <T> T ask(Supplier<T> question) {
        if (isCurrentThread()) {
            return question.get();
        }
        var answer = new CompletableFuture<T>();
        boolean isTaken = execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        try {
            // The task may be taken and not run, if the end comes between: so the thread is looked at as well.
            while (isTaken && thread.isAlive()) {
                try {
                    return answer.get(1, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Not yet.
                }
            }
            thread.join();
        } catch (ExecutionException e) {
            return answer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for " + thread.getName());
        }
        return answer.isDone() ? answer.join() : question.get();
    }

    /** Whether the calling thread is the agent's. */
    private boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /** Whether it takes tasks. */
    public boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    /** How many steps failed by an error of the program's. */
    public long failures() {
        return guard.failures();
    }

    /** Ends it, and waits for that at most 5 s; the agent's own thread does not wait. An interrupt ends the wait. */
    @Override
    public void close() {
        if (state.compareAndSet(State.NEW, State.CLOSING)) {
            end();
            return;
        }
        if (state.compareAndSet(State.RUNNING, State.CLOSING)) {
            poller.close();
        }
        if (!isCurrentThread()) {
            try {
                thread.join(CLOSE_TIMEOUT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until it has ended; an interrupt ends the wait with its exception. */
    public void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for the end of " + thread.getName());
        }
    }

    private void run() {
        try {
            boolean goesOn = true;
            while (goesOn && state.get() == State.RUNNING) {
                goesOn = turn();
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            // The context is closed, or somebody wants this thread to end.
        } finally {
            end();
        }
    }

    private boolean turn() {
        bell.reset();
        for (Runnable task; (task = tasks.poll()) != null; ) {
            guard.run(task);
        }
        for (var source : sources) {
            source.take(guard);
        }
        var wait = new Wait();
        guard.run(() -> wait.nanos = timer.onTime(System.nanoTime()));
        for (var source : sources) {
            source.prepare();
        }
        // False is the end of the poller, or that the time has passed.
        return poller.poll(Duration.ofNanos(Math.max(0, wait.nanos))) || isRunning();
    }

    /** Until the next look at the clock: soon, if the timer fails. */
    private static final class Wait {
        long nanos = 1_000_000_000;
    }

    private void end() {
        state.set(State.ENDED);
        sources.forEach(Source::end);
        sockets.forEach(Socket::close);
        poller.close();
        bell.close();
        guard.run(onEnd);
    }
}
