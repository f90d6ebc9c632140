package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.pattern.Asking;
import io.zmq4j.pattern.Pattern;
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
    private final Message message;

    /** Noted at once: if the wait fails after that, for want of memory, the request is given up all the same. */
    private boolean sent;

    Request(LockedPattern pattern, Waiting waiting, Message message) {
        this.pattern = pattern;
        this.waiting = waiting;
        this.message = message;
    }

    @Nullable
    Message run(long patienceNanos, int tries) {
        try {
            for (int left = tries; left > 0; left--) {
                long began = System.nanoTime();
                boolean again = sent;
                // A plain request under way is an error here, and is left alone.
                waiting.await(Waiters.Kind.SENDER, patienceNanos, () -> send(again));
                if (sent) {
                    Message reply = awaitReply(patienceNanos - (System.nanoTime() - began), left == 1);
                    if (reply != null) {
                        return reply;
                    }
                }
            }
            return null;
        } finally {
            if (sent && !pattern.isClosed()) {
                pattern.locked(this);
            }
        }
    }

    /** Gives the request up. No lambda, which would be linked when it is first needed: where there may be no memory. */
    @Override
    public Boolean apply(Pattern req) {
        ((Asking) req).abandon(message);
        return true;
    }

    private @Nullable Outcome send(boolean again) {
        boolean isSent = pattern.locked(req -> {
            boolean done = again ? ((Asking) req).trySendAgain() : ((Asking) req).tryRequest(message);
            sent |= done;
            return done;
        });
        return isSent ? Outcome.SENT : null;
    }

    /** The reply; or null if it is time to ask again. After the last try a lost request may still be answered. */
    private @Nullable Message awaitReply(long nanos, boolean last) {
        Object result = waiting.await(Waiters.Kind.RECEIVER, Math.max(0, nanos), () -> {
            Message reply = pattern.tryReceive();
            if (reply != null) {
                return reply;
            }
            return !last && pattern.locked(req -> ((Asking) req).isRequestLost()) ? Outcome.LOST : null;
        });
        return result instanceof Message reply ? reply : null;
    }
}
