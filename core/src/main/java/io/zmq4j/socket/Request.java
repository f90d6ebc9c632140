package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.pattern.Req;
import org.jspecify.annotations.Nullable;

/**
 * A request that does not get stuck: asks, waits for the reply, asks again when the reply is late or the connection to
 * the one that was asked broke, and in the end gives up and leaves the socket ready for the next request.
 */
final class Request {
    private enum Outcome {
        SENT,
        LOST
    }

    private final SocketCore socket;
    private final Req req;
    private final Waiting waiting;

    Request(SocketCore socket, Req req, Waiting waiting) {
        this.socket = socket;
        this.req = req;
        this.waiting = waiting;
    }

    @Nullable
    Message run(Message message, long patienceNanos, int tries) {
        try {
            boolean sent = false;
            for (int left = tries; left > 0; left--) {
                long began = System.nanoTime();
                boolean again = sent;
                sent |= waiting.await(patienceNanos, () -> send(message, again)) != null;
                if (sent) {
                    Message reply = awaitReply(patienceNanos - (System.nanoTime() - began), left == 1);
                    if (reply != null) {
                        return reply;
                    }
                }
            }
            return null;
        } finally {
            if (!socket.isClosed()) {
                socket.locked(() -> {
                    req.abandon();
                    return true;
                });
            }
        }
    }

    private @Nullable Outcome send(Message message, boolean again) {
        return socket.locked(() -> again ? req.trySendAgain() : req.tryRequest(message)) ? Outcome.SENT : null;
    }

    /** The reply; or null if it is time to ask again. After the last try a lost request may still be answered. */
    private @Nullable Message awaitReply(long nanos, boolean last) {
        Object result = waiting.await(Math.max(0, nanos), () -> {
            Message reply = socket.tryReceiveNow();
            if (reply != null) {
                return reply;
            }
            return !last && socket.locked(req::isRequestLost) ? Outcome.LOST : null;
        });
        return result instanceof Message reply ? reply : null;
    }
}
