package io.zmq4j.socket;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Asking;
import io.zmq4j.pattern.Pattern;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that does not get stuck: asks, waits for the reply, asks again when the reply is late or the connection to
 * the one that was asked broke, and in the end gives up and leaves the socket ready for the next request.
 */
final class Request implements Function<Pattern, Boolean> {
    private enum Outcome {
        SENT,
        LOST
    }

    private final LockedPattern pattern;
    private final Waiting waiting;
    private final Trouble trouble;
    private final Message message;
    private final long began = System.nanoTime();

    /** Noted at once: if the wait fails after that, for want of memory, the request is given up all the same. */
    private boolean sent;

    /** Where it was asked last. */
    private @Nullable String endpoint;

    Request(LockedPattern pattern, Waiting waiting, Trouble trouble, Message message) {
        this.pattern = pattern;
        this.waiting = waiting;
        this.trouble = trouble;
        this.message = message;
    }

    /** The reply; {@code patience} is for each try. */
    Message run(long patienceNanos, int tries) {
        boolean isLost = false;
        try {
            for (int left = tries; left > 0; left--) {
                long tryBegan = System.nanoTime();
                boolean again = sent;
                // A plain request under way is an error here, and is left alone.
                Outcome asked = waiting.await(Waiters.Kind.SENDER, patienceNanos, () -> send(again));
                if (asked == Outcome.SENT) {
                    Object result = awaitReply(patienceNanos - (System.nanoTime() - tryBegan));
                    if (result instanceof Message reply) {
                        return reply;
                    }
                    isLost = result == Outcome.LOST;
                }
            }
            // Before it is given up, which ends a connection that nothing was wrong with.
            throw failure(isLost, tries);
        } finally {
            if (sent && !pattern.isClosed()) {
                pattern.locked(this);
            }
        }
    }

    private RequestFailedException failure(boolean isLost, int tries) {
        Reason reason = !sent ? trouble.whyNobody() : isLost ? Reason.CONNECTION_LOST : Reason.TIMEOUT;
        return new RequestFailedException(
                reason,
                tries,
                Duration.ofNanos(System.nanoTime() - began),
                endpoint == null ? trouble.endpoint() : endpoint,
                trouble.sentence(),
                null);
    }

    /** Gives the request up. No lambda, which would be linked when it is first needed: where there may be no memory. */
    @Override
    public Boolean apply(Pattern req) {
        ((Asking) req).abandon(message);
        return true;
    }

    private @Nullable Outcome send(boolean again) {
        boolean isSent = pattern.locked(pattern -> {
            Asking req = (Asking) pattern;
            boolean done = again ? req.trySendAgain() : req.tryRequest(message);
            sent |= done;
            if (done) {
                Peer asked = req.asked();
                endpoint = asked == null ? endpoint : asked.endpoint();
            }
            return done;
        });
        return isSent ? Outcome.SENT : null;
    }

    /** The reply; or that the one who was asked is gone; or null if the time is over. */
    private @Nullable Object awaitReply(long nanos) {
        return waiting.await(Waiters.Kind.RECEIVER, Math.max(0, nanos), this::replyOrLoss);
    }

    /** What came before the loss may have come between the two looks. */
    private @Nullable Object replyOrLoss() {
        Message reply = pattern.tryReceive();
        if (reply == null && pattern.locked(req -> ((Asking) req).isRequestLost())) {
            reply = pattern.tryReceive();
            return reply == null ? Outcome.LOST : reply;
        }
        return reply;
    }
}
