package io.zmq4j.patterns.pirate;

import io.zmq4j.DealerSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The guide's Lazy Pirate: a client that asks again, as long as nobody answers. On a REQ it is
 * {@link io.zmq4j.ReqSocket#request(Message, Duration, int)}, which keeps the socket usable whatever happens. Here it is for a DEALER,
 * of which each thousands of requests may be under way.
 *
 * <pre>{@code
 * LazyPirate.request(dealer, Message.of("World"), Duration.ofSeconds(2), 3)
 *         .thenAccept(reply -> System.out.println(reply.text()));
 * }</pre>
 */
public final class LazyPirate {
    private final DealerSocket dealer;
    private final Message request;
    private final Duration patience;
    private final int tries;
    private final long begin = System.nanoTime();
    private final CompletableFuture<Message> reply = new CompletableFuture<>();

    private LazyPirate(DealerSocket dealer, Message request, Duration patience, int tries) {
        this.dealer = dealer;
        this.request = request;
        this.patience = patience;
        this.tries = tries;
    }

    /**
     * Sends a request to the next peer, and to the next again whenever {@code patience} has passed without a reply, {@code tries} times
     * in all. A reply to an earlier try that comes late is dropped and counted by the socket. As {@link DealerSocket#request(Message,
     * Duration)} in everything else. A server may see the same request more than once.
     *
     * @param patience how long to wait for each try; positive
     * @param tries how often to ask at most; at least 1
     * @return a future that fails with {@link RequestFailedException}, the last one's, with the number of tries; cancelling it, or
     *     completing it, gives the request up
     * @throws IllegalArgumentException if {@code tries} is less than 1
     */
    public static CompletableFuture<Message> request(
            DealerSocket dealer, Message request, Duration patience, int tries) {
        Objects.requireNonNull(dealer, "dealer");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(patience, "patience");
        if (tries < 1) {
            throw new IllegalArgumentException("tries is " + tries + ": at least 1 is allowed");
        }
        var pirate = new LazyPirate(dealer, request, patience, tries);
        pirate.attempt(1);
        return pirate.reply;
    }

    private void attempt(int number) {
        var attempt = dealer.request(request, patience);
        attempt.whenComplete((message, failure) -> {
            if (failure == null) {
                reply.complete(message);
            } else if (number < tries && isWorthAnother(cause(failure)) && !reply.isDone()) {
                attempt(number + 1);
            } else {
                reply.completeExceptionally(after(number, cause(failure)));
            }
        });
        reply.whenComplete((message, failure) -> attempt.cancel(false));
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static boolean isWorthAnother(Throwable failure) {
        return failure instanceof RequestFailedException failed
                && failed.reason() != Reason.BUSY
                && failed.reason() != Reason.CLOSED;
    }

    private Throwable after(int number, Throwable failure) {
        if (!(failure instanceof RequestFailedException failed)) {
            return failure;
        }
        @Nullable String endpoint = failed.endpoint().orElse(null);
        @Nullable String lastError = failed.lastError().orElse(null);
        return new RequestFailedException(
                failed.reason(), number, Duration.ofNanos(System.nanoTime() - begin), endpoint, lastError, failed);
    }
}
