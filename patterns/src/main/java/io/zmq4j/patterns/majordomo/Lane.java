package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import java.util.concurrent.CompletableFuture;
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
     * @param parts gets what comes before the last part of a reply
     * @return the last part; fails with {@link java.util.concurrent.TimeoutException} if a part takes longer than {@code nanos}
     */
    CompletableFuture<Message> ask(ClientRequest request, long nanos, ReplyParts parts) {
        try {
            DealerSocket open = opened();
            // It waits only while nobody is connected; giving up closes the socket, and with it what waits.
            var unused = open.sendAsync(request.toMessage());
            return new Asked(open, request, nanos, parts).last();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
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
