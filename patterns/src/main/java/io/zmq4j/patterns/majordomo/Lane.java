package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the broker that carries one request at a time (RFC 7: MDP/Client is strictly synchronous). Used by whoever took it from
 * the {@link Lanes}, until it is given back; any thread may end it. After a request without a reply its socket is replaced (RFC 7, the
 * recommended strategy), so that a late reply finds nobody.
 */
final class Lane {
    // Guarded by this.
    private Supplier<DealerSocket> sockets;
    private @Nullable DealerSocket socket;

    Lane(Supplier<DealerSocket> sockets) {
        this.sockets = sockets;
    }

    /**
     * Sends a request.
     *
     * @param onPartial gets what comes before the last part of a reply
     * @return the last part; fails with {@link java.util.concurrent.TimeoutException} if a part takes longer than {@code nanos}
     */
    CompletableFuture<Message> ask(ClientRequest request, long nanos, Consumer<Message> onPartial) {
        try {
            DealerSocket open = opened();
            // It waits only while nobody is connected; giving up closes the socket, and with it what waits.
            var unused = open.sendAsync(request.toMessage());
            return new Asked(open, request, nanos, onPartial).next(System.nanoTime() + nanos);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private record Asked(DealerSocket socket, ClientRequest request, long nanos, Consumer<Message> onPartial) {
        CompletableFuture<Message> next(long deadline) {
            return socket.receiveAsync()
                    .orTimeout(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .thenCompose(message -> {
                        ClientReply reply = ClientReply.parse(message);
                        if (reply == null || !isAnswer(reply)) {
                            // To nothing that was asked here: the right one may still come.
                            return next(deadline);
                        }
                        if (reply.part() == ReplyPart.FINAL) {
                            return CompletableFuture.completedFuture(reply.body());
                        }
                        onPartial.accept(reply.body());
                        return next(System.nanoTime() + nanos);
                    });
        }

        private boolean isAnswer(ClientReply reply) {
            return reply.version() == request.version() && reply.service().equals(request.service());
        }
    }

    private synchronized DealerSocket opened() {
        DealerSocket known = socket;
        if (known == null) {
            known = sockets.get();
            socket = known;
        }
        return known;
    }

    /** Whether a broker is connected. */
    synchronized boolean hasPeer() {
        return socket != null && !socket.isClosed() && socket.peerCount() > 0;
    }

    /** Gives up what is asked, and the connection with it. The next request has another one. */
    synchronized void renew() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** Gives up what is asked, for good. */
    synchronized void end() {
        sockets = () -> {
            throw new SocketClosedException("the Majordomo client is closed");
        };
        renew();
    }
}
