package io.zmq4j.socket;

import static io.zmq4j.options.SocketOptions.SNDTIMEO;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.loop.Failure;
import io.zmq4j.message.Message;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A server loop: one worker reads a REP, ROUTER or SERVER and has each request handled, at once by itself for a REP, elsewhere for
 * the others. While as many are handled as may be it reads nothing, so that what comes stays in the socket's own queues and those
 * who ask feel it; it has no queue itself.
 */
public final class ServerCore implements Activity {
    /** Says that nothing more is to be read. */
    private static final Object STOPPED = new Object();

    /** After a failure to read, such as for want of memory. */
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final SocketCore socket;
    private final Waiting waiting;
    private final Serving serving;
    private final Executor executor;
    private final ServerProgress progress;
    private final ReplyPatience patience;
    private final LongAdder served = new LongAdder();
    private final AtomicLong failed = new AtomicLong();

    ServerCore(SocketCore socket, Waiting waiting, Serving serving) {
        this.socket = socket;
        this.waiting = waiting;
        this.serving = serving;
        this.executor = threads(socket, serving);
        this.progress = new ServerProgress(serving.concurrency());
        this.patience = new ReplyPatience(socket.options().get(SNDTIMEO));
    }

    private static Executor threads(SocketCore socket, Serving serving) {
        Executor given = serving.executor();
        return given != null ? given : HandlerThreads.orElse(socket.context().pool());
    }

    /** A worker of the context's runs this, until it is to stop or the socket is closed. */
    void run() {
        Object held = socket.lifeline();
        progress.readerBegan();
        try {
            while (!progress.isStopping()) {
                try {
                    readAll();
                } catch (SocketClosedException e) {
                    progress.stop();
                } catch (RuntimeException | Error e) {
                    Failure.SERVER.log(e);
                    progress.pause(RETRY_NANOS);
                }
            }
        } finally {
            socket.readerEnds(this);
            progress.readerEnded();
            leaveIfEnded();
            Reference.reachabilityFence(held);
            Reference.reachabilityFence(serving.owner());
        }
    }

    private void readAll() {
        while (progress.awaitPlace()) {
            Message request = null;
            try {
                request = next();
            } finally {
                if (request == null) {
                    progress.ended();
                }
            }
            if (request == null) {
                return;
            }
            begin(request);
        }
    }

    /** The next request; null if it is time to stop. */
    private @Nullable Message next() {
        while (true) {
            try {
                Object given = waiting.await(Waiters.Kind.RECEIVER, Long.MAX_VALUE, this::look);
                return given instanceof Message request ? request : null;
            } catch (WaitInterruptedException e) {
                // Of nobody's doing here: who wants it to end says so.
                Thread.interrupted();
            }
        }
    }

    private @Nullable Object look() {
        return progress.isStopping() ? STOPPED : socket.pattern().tryReceive();
    }

    /** What gets no thread of its own is left to the reader. */
    private void begin(Message request) {
        if (serving.way() == Serving.Way.IN_TURN) {
            handle(request);
            return;
        }
        try {
            executor.execute(() -> handle(request));
        } catch (RuntimeException | Error e) {
            handle(request);
        }
    }

    /** Throws nothing. */
    private void handle(Message request) {
        progress.handlerBegan();
        try {
            switch (serving.way()) {
                case IN_TURN -> answer(request);
                case IN_ENVELOPE -> answerInEnvelope(request);
                case BY_NUMBER -> answerNumber(request);
            }
        } catch (RuntimeException | Error e) {
            Failure.SERVER.log(e);
        } finally {
            progress.handlerEnded();
            progress.ended();
            leaveIfEnded();
        }
    }

    /** A context that is closed waits for it until then. */
    private void leaveIfEnded() {
        if (progress.hasEnded()) {
            socket.context().ended(this);
        }
    }

    /** What has nothing behind its envelope is no request: PROBE_ROUTER sends such. */
    private void answerInEnvelope(Message request) {
        if (request.envelope().frameCount() == request.frameCount()) {
            socket.drops().add(DropReason.MALFORMED_ENVELOPE, 1);
            return;
        }
        Message reply = reply(request.body());
        if (reply != null) {
            sendInTime(request.reply(reply));
        }
    }

    private void answerNumber(Message request) {
        Message reply = reply(request.from(1));
        if (reply != null) {
            sendInTime(reply.prependWrapped(request.array(0)));
        }
    }

    /** A REP that owes a reply takes no request. */
    private void answer(Message request) {
        try {
            Message reply = reply(request);
            if (reply != null) {
                send(reply);
            }
        } finally {
            socket.forgoReply();
        }
    }

    private void sendInTime(Message reply) {
        try {
            if (!patience.send(socket, reply)) {
                socket.drops().add(DropReason.QUEUE_FULL, 1);
            }
        } catch (RuntimeException | Error e) {
            socket.drops().add(DropReason.REQUESTER_GONE, 1);
        }
    }

    private void send(Message reply) {
        try {
            socket.send(reply);
        } catch (RuntimeException | Error e) {
            socket.drops().add(DropReason.REQUESTER_GONE, 1);
        }
    }

    private @Nullable Message reply(Message request) {
        try {
            Message reply = Objects.requireNonNull(
                    serving.work().reply(request),
                    "the handler gave null: a reply is a Message; one of an empty frame is Message.empty()");
            checkFrames(reply, "the handler");
            served.increment();
            return reply;
        } catch (Throwable e) {
            socket.drops().add(DropReason.HANDLER_FAILED, 1);
            serving.log().accept(e, failed.incrementAndGet());
            return replyToFailure(request, e);
        }
    }

    private void checkFrames(Message reply, String by) {
        if (serving.way() == Serving.Way.BY_NUMBER && reply.frameCount() != 1) {
            throw new IllegalArgumentException(
                    by + " gave " + reply.frameCount() + " frames: a message of a SERVER has one");
        }
    }

    private @Nullable Message replyToFailure(Message request, Throwable failure) {
        try {
            Message reply = serving.onError().apply(request, failure);
            if (reply != null) {
                checkFrames(reply, "onError");
            }
            return reply;
        } catch (Throwable e) {
            Failure.SERVER.log(e);
            return null;
        }
    }

    // ---- any thread

    /** Reads nothing more. */
    @Override
    public void beginStop() {
        progress.stop();
        socket.pattern().wake();
    }

    @Override
    public boolean endStop(long nanos) {
        return progress.awaitEndOrInterrupt(nanos);
    }

    /**
     * Reads nothing more, waits for the handlers as long as {@code grace} says (negative: no limit), then interrupts those that
     * are left. An interrupt of the calling thread ends the wait.
     *
     * @return whether all had ended without that
     */
    public boolean stop(Duration grace) {
        long nanos = SocketCore.nanos(grace);
        beginStop();
        return endStop(nanos);
    }

    /** Waits until it has stopped. */
    public void await() {
        progress.awaitEnd();
    }

    public boolean hasEnded() {
        return progress.hasEnded();
    }

    /** Requests whose handler has made a reply. */
    public long served() {
        return served.sum();
    }

    /** Requests whose handler failed. */
    public long failed() {
        return failed.get();
    }

    /** Handlers that run. */
    public int running() {
        return progress.running();
    }
}
