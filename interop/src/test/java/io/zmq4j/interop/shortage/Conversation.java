package io.zmq4j.interop.shortage;

import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Some sockets that talk, each with a thread of the application. Such a thread survives what its calls throw, as an
 * application's would, and allocates nothing then.
 */
abstract class Conversation {
    /** A piece of a thread's work, done again and again. */
    interface Step {
        void take() throws Exception;
    }

    private static final long REST_NANOS = 2_000_000;

    private final String name;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong deaths = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable Throwable lastFailure;
    private volatile boolean sends = true;
    private volatile boolean ends;

    Conversation(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Sets what all sockets here have, and counts the ends of its connections. */
    final <S extends Socket> S prepare(S socket) {
        socket.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(20));
        socket.set(SocketOptions.SNDHWM, 100);
        socket.set(SocketOptions.RCVHWM, 100);
        var unused = socket.onEvent(event -> {
            if (event.type() == SocketEvent.Type.DISCONNECTED) {
                deaths.incrementAndGet();
            }
        });
        sockets.add(socket);
        return socket;
    }

    /** Begins a thread that takes this step until {@link #stopSending}. */
    final void sendWith(Step step) {
        start("sends", true, step);
    }

    /** Begins a thread that takes this step until its socket is closed. */
    final void receiveWith(Step step) {
        start("receives", false, step);
    }

    private void start(String what, boolean isSender, Step step) {
        var thread = new Thread(() -> work(isSender, step), name + " " + what);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void work(boolean isSender, Step step) {
        while (!ends && (sends || !isSender)) {
            try {
                step.take();
            } catch (SocketClosedException e) {
                if (ends) {
                    return;
                }
                note(e);
            } catch (Throwable e) {
                note(e);
            }
        }
    }

    private void note(Throwable failure) {
        lastFailure = failure;
        failures.incrementAndGet();
        LockSupport.parkNanos(REST_NANOS);
    }

    final void stopSending() {
        sends = false;
    }

    /** What is thrown from now on is the end. */
    final void stop() {
        ends = true;
    }

    /** Steps that ended with something thrown. */
    final long failures() {
        return failures.get();
    }

    final @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /** Connections that ended, as far as it was told. */
    final long deaths() {
        return deaths.get();
    }

    /** Messages that the library counted as lost. */
    final long drops() {
        long count = 0;
        for (Socket socket : sockets) {
            Map<DropReason, Long> drops = socket.drops();
            for (long each : drops.values()) {
                count += each;
            }
        }
        return count;
    }

    /** What its threads do, and how many peers its sockets have. */
    final String whereabouts() {
        var text = new StringBuilder();
        for (Socket socket : sockets) {
            text.append(socket.type())
                    .append(" has ")
                    .append(socket.peerCount())
                    .append(" peers, ");
        }
        for (Thread thread : threads) {
            text.append(Stacks.of(thread)).append(", ");
        }
        return text.append("last failure ").append(lastFailure).toString();
    }

    /** Grows with everything that works. */
    abstract long progress();

    /** Whether everything that was sent has come, or nothing was sent that must. */
    boolean isDrained() {
        return true;
    }

    /** What is wrong with what came, given how many connections were broken on purpose and may have been in silence; or null. */
    @Nullable
    String wrong(long broken, long inSilence) {
        return null;
    }

    /** What came of it, for people. */
    String account() {
        return progress() + " done";
    }
}
