package io.zmq4j.patterns.majordomo;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client, try by try. One step at a time: each begins when the one before has ended.
 *
 * <p>What comes after a failure runs in the common pool: a failure comes in the JDK's one thread for time limits, which must not be held
 * up, or in the middle of another call, of which there may be thousands in a row.
 */
final class Call {
    private final Lanes lanes;
    private final ClientRequest request;
    private final long nanos;
    private final PartsOfCall parts;
    private final int tries;
    private final String endpoint;

    private final long began = System.nanoTime();
    private final CompletableFuture<Message> reply = new CompletableFuture<>();
    private int tried;

    Call(Lanes lanes, ClientRequest request, long nanos, ReplyParts parts, int tries, String endpoint) {
        this.lanes = lanes;
        this.request = request;
        this.nanos = nanos;
        this.parts = new PartsOfCall(reply, parts);
        this.tries = tries;
        this.endpoint = endpoint;
    }

    CompletableFuture<Message> reply() {
        return reply;
    }

    void attempt() {
        tried++;
        try {
            parts.restart();
        } catch (RuntimeException e) {
            reply.completeExceptionally(e);
            return;
        }
        CompletableFuture<Lane> turn = lanes.take(nanos);
        if (turn == null) {
            fail(Reason.BUSY, null);
            return;
        }
        var unused = turn.whenComplete((lane, failure) -> {
            if (lane != null) {
                ask(lane);
            } else {
                later(() -> next(failure, Reason.TIMEOUT));
            }
        });
    }

    private void ask(Lane lane) {
        var unused = lane.ask(request, nanos, parts).whenComplete((body, failure) -> {
            if (body != null) {
                lanes.giveBack(lane);
                reply.complete(body);
            } else {
                later(() -> {
                    Reason silence = lane.hasPeer() ? Reason.TIMEOUT : Reason.NO_PEER;
                    lane.renew();
                    lanes.giveBack(lane);
                    next(failure, silence);
                });
            }
        });
    }

    private static void later(Runnable step) {
        var unused = CompletableFuture.runAsync(step);
    }

    private void next(@Nullable Throwable failure, Reason silence) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SocketClosedException) {
            fail(Reason.CLOSED, cause);
        } else if (cause != null && !(cause instanceof TimeoutException)) {
            reply.completeExceptionally(cause);
        } else if (tried < tries && !reply.isDone()) {
            attempt();
        } else {
            fail(silence, null);
        }
    }

    private void fail(Reason reason, @Nullable Throwable cause) {
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        reply.completeExceptionally(new RequestFailedException(reason, tried, elapsed, endpoint, null, cause));
    }
}
