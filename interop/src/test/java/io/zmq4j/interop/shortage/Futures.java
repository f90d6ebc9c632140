package io.zmq4j.interop.shortage;

import io.zmq4j.PullSocket;
import io.zmq4j.message.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Receives by futures, one after the other, for a {@link OneWay.In}. For one thread. */
final class Futures {
    private final PullSocket pull;

    /** Kept until it is done: to wait for it may fail, and the message is in it. */
    private @Nullable CompletableFuture<Message> next;

    Futures(PullSocket pull) {
        this.pull = pull;
    }

    Message receive() throws ExecutionException, InterruptedException {
        CompletableFuture<Message> future = next;
        if (future == null) {
            future = pull.receiveAsync();
            next = future;
        }
        try {
            Message message = future.get();
            next = null;
            return message;
        } catch (ExecutionException e) {
            next = null;
            throw e;
        }
    }
}
