package io.zmq4j.cli;

import io.zmq4j.Socket;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What all verbs with one socket do: open it as the options say, work with it, end it well. */
abstract class SocketVerb implements Callable<Integer> {
    final SocketType type;
    final Streams streams;

    @Mixin
    final Endpoints endpoints = new Endpoints();

    @Mixin
    private final SocketSettings settings = new SocketSettings();

    @Mixin
    private final Securing securing = new Securing();

    @Mixin
    final Quantity quantity = new Quantity();

    @Mixin
    final Patience patience = new Patience();

    @Mixin
    final Verbosity verbosity = new Verbosity();

    private final Subscribing subscribing = new Subscribing();
    private final Joining joining = new Joining();

    SocketVerb(SocketType type, Streams streams) {
        this.type = type;
        this.streams = streams;
    }

    final CommandLine commandLine() {
        var commandLine = new CommandLine(this);
        if (Subscribing.isFor(type)) {
            commandLine.addMixin("subscribing", subscribing);
        }
        if (Joining.isFor(type)) {
            commandLine.addMixin("joining", joining);
        }
        return commandLine;
    }

    /** Does the verb's work; the socket is open, and a peer is there if that was asked for. */
    abstract void work(Socket socket) throws IOException;

    /** Refuses, before anything is opened, what the verb's own options cannot mean. */
    void check() {}

    /** What to bind and to connect. */
    List<Endpoint> wanted() {
        return endpoints.all();
    }

    /** Subscribes or joins, where the type does that. */
    void subscribe(Socket socket) {
        subscribing.apply(socket);
        joining.apply(socket);
    }

    @Override
    public final Integer call() throws IOException {
        var wanted = wanted();
        check();
        securing.check();
        try (var open = new OpenContext(patience.linger(), verbosity, streams.err())) {
            open.secure(securing, settings);
            var socket = open.socket(type);
            settings.apply(socket);
            securing.apply(socket);
            subscribe(socket);
            for (var endpoint : wanted) {
                open.open(socket, endpoint);
            }
            try {
                patience.awaitPeer(socket);
                work(socket);
            } catch (TimedOutException | WaitTimeoutException e) {
                throw open.timedOut(String.valueOf(e.getMessage()));
            } catch (OutputClosedException | Error e) {
                open.hurry();
                throw e;
            }
        }
        return Exit.DONE;
    }
}
