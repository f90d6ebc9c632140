package io.zmq4j.patterns.majordomo;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Seldom;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Has a worker's handler work, one request at a time in a thread of its own, and sends what it says. Safe for any thread. */
final class Handling {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");

    private final String service;
    private final StreamingHandler handler;
    private final WorkerOptions options;
    private final ExecutorService work;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();

    private volatile @Nullable Thread current;

    Handling(String service, StreamingHandler handler, WorkerOptions options, ThreadFactory threads) {
        this.service = service;
        this.handler = handler;
        this.options = options;
        this.work = Executors.newSingleThreadExecutor(threads);
    }

    /**
     * Begins with a request; whoever calls is not held up.
     *
     * @throws RejectedExecutionException if it was interrupted
     */
    void begin(BrokerLine line, Message request) {
        requests.incrementAndGet();
        work.execute(() -> handle(line, request));
    }

    private void handle(BrokerLine line, Message request) {
        current = Thread.currentThread();
        Message reply;
        try {
            reply = Objects.requireNonNull(handler.handle(request, part -> pass(line, part)), "the handler's reply");
        } catch (Throwable e) {
            // One that was told that nobody wants its reply has not failed.
            reply = e instanceof SocketClosedException && line.isLost() ? null : afterFailure(request, e);
        }
        current = null;
        if (line.isLost()) {
            unsent.incrementAndGet();
        } else if (reply == null) {
            line.leave();
        } else if (!line.reply(ReplyPart.FINAL, reply)) {
            unsent.incrementAndGet();
        }
    }

    private static void pass(BrokerLine line, Message part) {
        if (!line.reply(ReplyPart.PARTIAL, Objects.requireNonNull(part, "part"))) {
            throw new SocketClosedException("the broker is lost: nobody waits for this reply");
        }
    }

    private @Nullable Message afterFailure(Message request, Throwable failure) {
        long count = failed.incrementAndGet();
        if (Seldom.isTold(count)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a handler of the Majordomo service " + service + " failed, " + count + " in all so far",
                    failure);
        }
        try {
            return options.onError.apply(request, failure);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "what to answer for the Majordomo service " + service + " failed", e);
            return null;
        }
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == current;
    }

    boolean isIdle() {
        return current == null;
    }

    void interrupt() {
        work.shutdownNow();
    }

    WorkerStatistics statistics(long dialogs) {
        return new WorkerStatistics(requests.get(), failed.get(), unsent.get(), dialogs);
    }
}
