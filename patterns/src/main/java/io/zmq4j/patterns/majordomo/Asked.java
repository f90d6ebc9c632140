package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.ClientRestart;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What comes back for one request on one connection, until the last part. One step at a time, each begun by the one before, in
 * whichever thread has the message.
 */
final class Asked {
    private final DealerSocket socket;
    private final ClientRequest request;
    private final long nanos;
    private final ReplyParts parts;
    private final CompletableFuture<Message> last = new CompletableFuture<>();
    private long deadline;

    /** @param nanos how long to wait for each part */
    Asked(DealerSocket socket, ClientRequest request, long nanos, ReplyParts parts) {
        this.socket = socket;
        this.request = request;
        this.nanos = nanos;
        this.parts = parts;
        this.deadline = System.nanoTime() + nanos;
    }

    /** The last part; fails with {@link java.util.concurrent.TimeoutException} if a part takes too long. */
    CompletableFuture<Message> last() {
        read();
        return last;
    }

    /** A loop, as thousands of parts may be there already; what is not there calls it again. */
    private void read() {
        while (!last.isDone()) {
            CompletableFuture<Message> next = socket.receiveAsync();
            if (!next.isDone()) {
                var unused = next.orTimeout(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .whenComplete((message, failure) -> {
                            take(message, failure);
                            read();
                        });
                return;
            }
            var unused = next.whenComplete(this::take);
        }
    }

    private void take(@Nullable Message message, @Nullable Throwable failure) {
        if (message == null) {
            last.completeExceptionally(failure);
            return;
        }
        try {
            take(message);
        } catch (RuntimeException | Error e) {
            last.completeExceptionally(e);
        }
    }

    private void take(Message message) {
        ClientReply reply = ClientReply.parse(message);
        if (reply != null
                && reply.version() == request.version()
                && reply.service().equals(request.service())) {
            if (reply.part() == ReplyPart.FINAL) {
                last.complete(reply.body());
            } else {
                parts.part(reply.body());
                deadline = System.nanoTime() + nanos;
            }
        } else if (new ClientRestart(request.service()).equals(ClientRestart.parse(message))) {
            parts.restart();
            deadline = System.nanoTime() + nanos;
        }
        // Else it answers nothing that was asked here: the right one may still come.
    }
}
