package io.zmq4j.discovery;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Socket;
import io.zmq4j.discovery.gossip.Letter;
import io.zmq4j.discovery.gossip.Node;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sockets under a gossip, and the thread that works them: a ROUTER where others ask, and a DEALER to each of the last few that were
 * asked.
 *
 * <p>Of what others send, so much is taken in each round and no more, in turn from each of them: who floods waits, and gets what it wants
 * no faster. The answers to one's own questions are taken as well, a few in each step, so that nobody who goes on answering holds up
 * the others.
 */
final class GossipLine implements Runnable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.discovery");

    /** Bytes: a digest of all that a node knows, or 64 of the largest entries, takes half of it. */
    private static final long LARGEST_MESSAGE = 1 << 20;

    private static final int MOST_LINES = 32;
    private static final int MOST_IN_A_ROUND = 200;
    private static final int MOST_QUEUED = 16;
    private static final long GOODBYE_MILLIS = 500;
    private static final long CLOSE_MILLIS = 2_000;

    /** What is done to the node, and gives letters. */
    @FunctionalInterface
    interface Change {
        List<Letter> in(Node node, long now);
    }

    private final Context context;
    private final Consumer<Socket> settings;
    private final @Nullable RouterSocket router;
    private final long intervalNanos;
    private final Runnable afterStep;
    private final Runnable atEnd;
    private final Thread thread;
    private volatile boolean isClosed;

    // ---- guarded by the node

    private final Node node;

    // ---- any thread's

    private final ConcurrentLinkedQueue<Letter> outbox = new ConcurrentLinkedQueue<>();

    // ---- the thread's

    private final Map<String, DealerSocket> lines = new LinkedHashMap<>(16, 0.75f, true);

    private int left;

    GossipLine(GossipBuilder builder, @Nullable RouterSocket router, Node node, Runnable afterStep) {
        this.context = builder.context;
        this.settings = builder.sockets;
        this.router = router;
        this.intervalNanos = builder.interval.toNanos();
        this.node = node;
        this.afterStep = afterStep;
        this.atEnd = builder.atEnd;
        this.thread = new Thread(this, "zmq4j-gossip");
        thread.setDaemon(true);
        if (router != null) {
            prepare(router);
            router.onReady(this::wake);
        }
    }

    private static void prepare(Socket socket) {
        socket.set(SocketOptions.MAXMSGSIZE, LARGEST_MESSAGE);
        socket.set(SocketOptions.SNDHWM, MOST_QUEUED);
        socket.set(SocketOptions.RCVHWM, MOST_QUEUED);
        socket.set(SocketOptions.LINGER, Duration.ofMillis(GOODBYE_MILLIS));
    }

    void start() {
        thread.start();
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    <T> T ask(Function<Node, T> question) {
        synchronized (node) {
            return question.apply(node);
        }
    }

    void change(Change change) {
        synchronized (node) {
            outbox.addAll(change.in(node, System.nanoTime()));
        }
        wake();
    }

    // ---- the thread's

    @Override
    public void run() {
        try {
            long next = System.nanoTime();
            while (!isClosed) {
                long now = System.nanoTime();
                boolean isRound = now - next >= 0;
                if (isRound) {
                    next = now + jittered(intervalNanos);
                    left = MOST_IN_A_ROUND;
                }
                step(isRound);
                LockSupport.parkNanos(this, Math.max(1, next - System.nanoTime()));
                // Nobody has a reason to interrupt it, and it would not rest any more.
                Thread.interrupted();
            }
            change(Node::leave);
            post();
        } catch (SocketClosedException e) {
            // The context has ended, and this with it.
        } finally {
            closeAll();
        }
    }

    /** One that fails, such as for want of memory, is followed by the next. */
    private void step(boolean isRound) {
        try {
            if (isRound) {
                change(Node::round);
            }
            post();
            take();
            afterStep.run();
        } catch (SocketClosedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(System.Logger.Level.WARNING, "a round of gossip failed", e);
        }
    }

    private static long jittered(long nanos) {
        return nanos - (long) (nanos / 5.0 * ThreadLocalRandom.current().nextDouble());
    }

    /** What cannot be sent now is said another time. */
    private void post() {
        for (Letter letter = outbox.poll(); letter != null; letter = outbox.poll()) {
            DealerSocket line = line(letter.contact());
            if (line != null) {
                line.trySend(letter.message());
            }
        }
    }

    private @Nullable DealerSocket line(String contact) {
        DealerSocket there = lines.get(contact);
        if (there != null) {
            return there;
        }
        if (lines.size() >= MOST_LINES) {
            Iterator<DealerSocket> eldest = lines.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        DealerSocket made = context.dealer();
        boolean isConnected = false;
        try {
            prepare(made);
            settings.accept(made);
            made.onReady(this::wake);
            made.connect(contact);
            lines.put(contact, made);
            isConnected = true;
            return made;
        } catch (EndpointException e) {
            // Somebody says of itself that it is where nothing can be.
            return null;
        } finally {
            if (!isConnected) {
                made.close();
            }
        }
    }

    private void take() {
        for (DealerSocket line : List.copyOf(lines.values())) {
            for (int taken = 0; taken < MOST_QUEUED && hearOne(line); taken++) {
                // The next one.
            }
        }
        while (router != null && left > 0 && answerOne(router)) {
            left--;
        }
    }

    /** Whether there was one. */
    private boolean hearOne(DealerSocket line) {
        Optional<Message> came = line.tryReceive();
        came.map(this::hear).ifPresent(line::trySend);
        return came.isPresent();
    }

    /** Whether there was one. */
    private boolean answerOne(RouterSocket from) {
        Optional<Message> came = from.tryReceive();
        came.ifPresent(request -> {
            Message answer = hear(request.from(1));
            if (answer != null) {
                from.trySend(answer.prepend(request.bytes(0)));
            }
        });
        return came.isPresent();
    }

    private @Nullable Message hear(Message message) {
        synchronized (node) {
            return node.receive(message, System.nanoTime());
        }
    }

    // ---- the end

    void close() {
        isClosed = true;
        wake();
    }

    /** As {@link #close}, and until its sockets are closed; two seconds at most. */
    void closeAndWait() {
        close();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeAll() {
        lines.values().forEach(DealerSocket::close);
        lines.clear();
        if (router != null) {
            router.close();
        }
        atEnd.run();
    }
}
