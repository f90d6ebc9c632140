package io.zmq4j.cli;

import io.zmq4j.ReqSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** req: asks, prints the reply, asks again. */
@Command
final class RequestVerb extends SocketVerb {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Mixin
    private final Sending sending = new Sending();

    @Mixin
    private final Receiving receiving = new Receiving();

    @Option(
            names = "--retries",
            paramLabel = "N",
            converter = Count.class,
            description = "Ask again, up to N times, when no reply has come within --timeout (without it: 5 s) or the "
                    + "connection broke. The server may see a request more than once.")
    private @Nullable Long retries;

    RequestVerb(Streams streams) {
        super(SocketType.REQ, streams);
    }

    @Override
    void check() {
        var timeout = patience.timeout();
        if (retries != null && timeout != null && timeout.isZero()) {
            throw new UsageException("--timeout is 0: with --retries, more than 0 seconds are allowed");
        }
    }

    @Override
    void work(Socket socket) throws IOException {
        var printer = receiving.printer(streams);
        var messages = sending.messages(streams, quantity);
        for (var request = messages.next(); request != null; request = messages.next()) {
            printer.print(ask((ReqSocket) socket, request));
            printer.flush();
        }
    }

    private Message ask(ReqSocket socket, Message request) {
        if (retries == null) {
            patience.send(socket, request);
            return patience.receive(socket);
        }
        var timeout = patience.timeout() != null ? patience.timeout() : RETRY_AFTER;
        int tries = (int) Math.min(retries, Integer.MAX_VALUE - 1) + 1;
        try {
            return socket.request(request, timeout, tries);
        } catch (RequestFailedException e) {
            throw new TimedOutException("no reply to " + tries + " tries of " + Seconds.text(timeout) + " each");
        }
    }
}
