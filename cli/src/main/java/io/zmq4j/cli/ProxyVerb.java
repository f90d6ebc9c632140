package io.zmq4j.cli;

import io.zmq4j.Proxy;
import io.zmq4j.Socket;
import io.zmq4j.cli.Endpoint.Direction;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** proxy: the three devices. */
@Command(
        description = {
            "Pass messages between two endpoints until interrupted.",
            "queue: requests from clients (REQ) at the frontend to servers (REP) at the backend, and the replies back.",
            "forwarder: from publishers at the frontend to subscribers at the backend, subscriptions the other way.",
            "streamer: from PUSH at the frontend to PULL at the backend.",
            ""
        })
final class ProxyVerb implements Callable<Integer> {
    /** The names are those on the command line. */
    enum Kind {
        queue(SocketType.ROUTER, SocketType.DEALER),
        forwarder(SocketType.XSUB, SocketType.XPUB),
        streamer(SocketType.PULL, SocketType.PUSH);

        private final SocketType frontend;
        private final SocketType backend;

        Kind(SocketType frontend, SocketType backend) {
            this.frontend = frontend;
            this.backend = backend;
        }
    }

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "KIND", description = "One of queue, forwarder, streamer.")
    private Kind kind = Kind.queue;

    @Parameters(
            index = "1",
            paramLabel = "FRONTEND",
            description = "Bound, or connected with > in front; :5555 is short for tcp. Commas separate several.")
    private String frontend = "";

    @Parameters(index = "2", paramLabel = "BACKEND", description = "The same.")
    private String backend = "";

    @Mixin
    private final SocketSettings settings = new SocketSettings();

    @Mixin
    private final Securing securing = new Securing();

    @Mixin
    private final Verbosity verbosity = new Verbosity();

    ProxyVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var front = Endpoint.parse(frontend, Direction.BIND);
        var back = Endpoint.parse(backend, Direction.BIND);
        securing.check();
        try (var open = new OpenContext(OpenContext.BRIEF, verbosity, streams.err())) {
            open.secure(securing, settings);
            var frontSocket = open.socket(kind.frontend);
            var backSocket = open.socket(kind.backend);
            settings.apply(frontSocket);
            settings.apply(backSocket);
            securing.apply(frontSocket);
            securing.apply(backSocket);
            verbosity.say(
                    streams.err(), kind + " between " + open(front, frontSocket) + " and " + open(back, backSocket));
            Proxy.between(frontSocket, backSocket).run();
        }
        return Exit.DONE;
    }

    private static String open(List<Endpoint> endpoints, Socket socket) {
        return endpoints.stream().map(endpoint -> endpoint.open(socket)).collect(Collectors.joining(","));
    }
}
