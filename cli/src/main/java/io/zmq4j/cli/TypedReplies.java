package io.zmq4j.cli;

import io.zmq4j.RepSocket;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Prints requests and answers each with the next line of stdin; ends when there is none any more. */
final class TypedReplies {
    private final Lines lines;
    private final MessagePrinter printer;
    private final Patience patience;

    TypedReplies(Streams streams, MessagePrinter printer, Patience patience) {
        this.lines = new Lines(streams.in());
        this.printer = printer;
        this.patience = patience;
    }

    void serve(RepSocket socket, long count) throws IOException {
        for (long left = count; left > 0; left--) {
            var request = socket.receiveAsync();
            var reply = new AtomicReference<byte @Nullable []>();
            // It cancels the request if there is no line, so as not to take what nobody will answer.
            Background.Work read = () -> {
                reply.set(lines.next());
                if (reply.get() == null) {
                    request.cancel(false);
                }
            };
            var reader = new Background(read, () -> request.cancel(false));
            reader.start();
            try {
                printer.print(result(request));
            } catch (CancellationException e) {
                reader.await();
                return;
            }
            printer.flush();
            reader.await();
            send(socket, reply.get());
        }
    }

    private void send(RepSocket socket, byte @Nullable [] reply) throws IOException {
        if (reply == null) {
            throw new IOException("stdin has ended: there is no line to answer the last request with");
        }
        patience.send(socket, Message.wrap(reply));
    }

    private Message result(CompletableFuture<Message> request) {
        var timeout = patience.timeout();
        try {
            return timeout == null ? request.get() : request.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw patience.timedOut("no message");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
