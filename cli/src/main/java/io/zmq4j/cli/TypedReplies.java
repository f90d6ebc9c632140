package io.zmq4j.cli;

import io.zmq4j.RepSocket;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
            var reply = readAhead(request);
            try {
                printer.print(result(request));
            } catch (CancellationException e) {
                return;
            }
            printer.flush();
            patience.send(
                    socket,
                    Message.wrap(reply.join()
                            .orElseThrow(() -> new IOException(
                                    "stdin has ended: there is no line to answer the last request with"))));
        }
    }

    /** Reads the next line; cancels the request if there is none, so as not to take what nobody will answer. */
    private CompletableFuture<Optional<byte[]>> readAhead(CompletableFuture<Message> request) {
        var reply = new CompletableFuture<Optional<byte[]>>();
        Background.Work read = () -> {
            var line = lines.next();
            if (line == null) {
                request.cancel(false);
            }
            reply.complete(Optional.ofNullable(line));
        };
        new Background(read, () -> reply.complete(Optional.empty())).start();
        return reply;
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
