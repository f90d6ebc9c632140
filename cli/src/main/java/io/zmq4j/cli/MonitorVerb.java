package io.zmq4j.cli;

import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** monitor: an event is printed like a message, its fields being the frames. */
@Command(
        description = {
            "Open a socket and print what happens to its connections, a line for each event: event, endpoint, peer, value "
                    + "(the error number, or the delay in ms), reason, detail. Messages that come are thrown away.",
            ""
        })
final class MonitorVerb implements Callable<Integer> {
    private static final Duration A_WHILE = Duration.ofHours(1);

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "TYPE", converter = SocketTypeName.class, description = "The socket's type.")
    private SocketType type = SocketType.PAIR;

    @Mixin
    private final Endpoints endpoints = new Endpoints();

    @Mixin
    private final SocketSettings settings = new SocketSettings();

    @Mixin
    private final Securing securing = new Securing();

    @Mixin
    private final Quantity quantity = new Quantity();

    @Mixin
    private final Patience patience = new Patience();

    @Mixin
    private final Receiving receiving = new Receiving();

    @Mixin
    private final Verbosity verbosity = new Verbosity();

    @Option(
            names = "--trace",
            description = "Print the conversation, too: greetings, metadata, subscriptions, heartbeats.")
    private boolean trace;

    MonitorVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var wanted = endpoints.all();
        securing.check();
        var events = new LinkedBlockingQueue<SocketEvent>();
        try (var open = new OpenContext(patience.linger(), verbosity, streams.err())) {
            open.secure(securing, settings);
            var socket = open.socket(type);
            settings.apply(socket);
            securing.apply(socket);
            listen(socket, events::add);
            wanted.forEach(endpoint -> open.open(socket, endpoint));
            // A full queue would stop the reading and hide that a peer leaves.
            var discarding = new Background(() -> discardMessages(socket), socket::close);
            discarding.start();
            print(events);
            discarding.throwFailure();
        }
        return Exit.DONE;
    }

    private void listen(Socket socket, Consumer<SocketEvent> listener) {
        if (trace) {
            socket.onTrace(listener);
        } else {
            socket.onEvent(listener);
        }
    }

    private void print(BlockingQueue<SocketEvent> events) throws IOException {
        var printer = receiving.printer(streams);
        for (long left = quantity.orElse(Long.MAX_VALUE); left > 0; left--) {
            var event = patience.take(events);
            printer.print(EventText.fields(event));
            printer.flush();
            if (event.type() == SocketEvent.Type.MONITOR_STOPPED) {
                return;
            }
        }
    }

    private static void discardMessages(Socket socket) {
        if (socket instanceof Receiver receiver) {
            try {
                while (true) {
                    // With a time of its own: the option RCVTIMEO must not end it.
                    receiver.receive(A_WHILE);
                }
            } catch (SocketClosedException e) {
                // At the end.
            } catch (SocketStateException e) {
                // A REQ that has asked nothing, or a REP that owes an answer, receives nothing.
            }
        }
    }
}
