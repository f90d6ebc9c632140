package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What every test stands on: contexts and threads that end with the test, waits that end with {@link #PATIENCE}, and the
 * oracle that holds after every test: the contexts close in time and no thread dies of an exception.
 */
final class Rig implements BeforeEachCallback, AfterEachCallback {
    /** How long a test waits at most for what must happen. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long a test waits for what must not happen. */
    static final Duration MOMENT = Duration.ofMillis(60);

    private static final long POLL_NANOS = 500_000;

    private final List<Context> contexts = new ArrayList<>();
    private @Nullable Context context;
    private final Queue<Throwable> threadDeaths = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Rig::daemon);
    private final List<Future<?>> started = new ArrayList<>();
    private Thread.@Nullable UncaughtExceptionHandler usualHandler;

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "rig");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        usualHandler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, death) -> threadDeaths.add(death));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            contexts.forEach(Rig::assertClosesInTime);
            assertThat(threadDeaths).as("threads that died").isEmpty();
        } finally {
            started.forEach(task -> task.cancel(true));
            started.clear();
            contexts.clear();
            context = null;
            threadDeaths.clear();
            Thread.setDefaultUncaughtExceptionHandler(usualHandler);
        }
    }

    private static void assertClosesInTime(Context context) {
        long start = System.nanoTime();
        context.close(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("time to close")
                .isLessThan(PATIENCE);
    }

    /** The test's context. */
    Context context() {
        if (context == null) {
            context = newContext();
        }
        return context;
    }

    /** One more context, as if it were another program. */
    Context newContext() {
        var another = Context.create();
        contexts.add(another);
        return another;
    }

    /** Waits for the next message, which must come. */
    static Message receive(Receiver socket) {
        Message message = socket.receive(PATIENCE).orElseThrow();
        assertThat(message).as("message received in time").isNotNull();
        return message;
    }

    /** Waits for the next message and gives its first frame as text. */
    static String receiveText(Receiver socket) {
        return receive(socket).text();
    }

    /** The first frames of the next messages, as text. */
    static List<String> receiveTexts(Receiver socket, int count) {
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(receiveText(socket));
        }
        return texts;
    }

    /** Sends, which must be possible in time. */
    static void send(Sender socket, Message message) {
        assertThat(socket.send(message, PATIENCE)).as("sent in time").isTrue();
    }

    static void send(Sender socket, String... frames) {
        send(socket, Message.of(frames));
    }

    /** Waits for the peer whose connection must come. */
    static void awaitPeer(Socket socket) {
        assertThat(socket.awaitPeer(PATIENCE)).as("peer of " + socket.type()).isTrue();
    }

    /** Waits until exactly this many peers are connected. */
    static void awaitPeers(Socket socket, int count) {
        await(count + " peers of " + socket.type(), () -> socket.peerCount() == count);
    }

    /** Waits for what no event tells, such as a counter. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("not in time: " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Starts a task in a thread of its own. */
    <T> Future<T> start(Callable<T> task) {
        return kept(threads.submit(task));
    }

    /** Starts a task in a thread of its own. */
    Future<?> start(Runnable task) {
        return kept(threads.submit(task));
    }

    private <F extends Future<?>> F kept(F task) {
        started.add(task);
        return task;
    }

    /** What a started task gave, in time; or what it threw. */
    static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw sneaky(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("not done in time", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(@Nullable Throwable cause) throws E {
        throw (E) (cause == null ? new AssertionError("failed without a cause") : cause);
    }
}
