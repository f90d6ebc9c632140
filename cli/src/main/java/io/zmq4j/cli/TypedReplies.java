package io.zmq4j.cli;

import io.zmq4j.RepSocket;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Prints requests and answers each with the next line of stdin; ends when there is none any more. A request that came before
 * stdin ended without any line is answered with itself. Owned by one thread.
 */
final class TypedReplies {
    private final Lines lines;
    private final MessagePrinter printer;
    private final Patience patience;
    private boolean isEmpty;

    TypedReplies(Streams streams, MessagePrinter printer, Patience patience) {
        this.lines = new Lines(streams.in());
        this.printer = printer;
        this.patience = patience;
    }

    /** How many requests were answered: so many, or fewer if stdin ended. */
    long serve(RepSocket socket, long count) throws IOException {
        for (long answered = 0; answered < count; answered++) {
            var incoming = socket.receiveAsync();
            var line = new AtomicReference<byte @Nullable []>();
            // It cancels the request if there is no line, so as not to take what nobody will answer.
            Background.Work read = () -> {
                line.set(lines.next());
                if (line.get() == null) {
                    incoming.cancel(false);
                }
            };
            var reader = new Background(read, () -> incoming.cancel(false));
            reader.start();
            Message request;
            try {
                request = result(incoming);
            } catch (CancellationException e) {
                reader.await();
                isEmpty = answered == 0;
                return answered;
            }
            printer.print(request);
            printer.flush();
            reader.await();
            isEmpty = answered == 0 && line.get() == null;
            patience.send(socket, reply(request, line.get()));
            if (isEmpty) {
                return 1;
            }
        }
        return count;
    }

    /** Whether stdin ended without a line. */
    boolean isEmpty() {
        return isEmpty;
    }

    private Message reply(Message request, byte @Nullable [] line) throws IOException {
        if (line != null) {
            return Message.wrap(line);
        }
        if (isEmpty) {
            return request;
        }
        throw new IOException("stdin has ended: there is no line to answer the last request with");
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
            throw new WaitInterruptedException("interrupted while it waited for a request");
        }
    }
}
