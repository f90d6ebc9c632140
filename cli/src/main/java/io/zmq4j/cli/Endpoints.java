package io.zmq4j.cli;

import io.zmq4j.cli.Endpoint.Direction;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code -b} and {@code -c}: what a socket binds and connects. */
final class Endpoints {
    @Option(
            names = {"-b", "--bind"},
            paramLabel = "ENDPOINT",
            description =
                    "Bind this endpoint: tcp://*:5555 or in short :5555, ipc:///tmp/feed, epgm://eth0;239.192.1.1:5555. Repeatable.")
    private List<String> bind = new ArrayList<>();

    @Option(
            names = {"-c", "--connect"},
            paramLabel = "ENDPOINT",
            description = {
                "Connect to this endpoint, now or as soon as it is there: tcp://localhost:5555 or in short :5555. Repeatable.",
                "In either, @ in front of an endpoint binds it and > connects it; commas separate several."
            })
    private List<String> connect = new ArrayList<>();

    /** What to bind, then what to connect, each in the order it was given; at least one. */
    List<Endpoint> all() {
        return allWith(List.of());
    }

    /** The same, and what is connected by an argument of its own. */
    List<Endpoint> allWith(List<String> arguments) {
        var all = new ArrayList<Endpoint>();
        for (var text : bind) {
            all.addAll(Endpoint.parse(text, Direction.BIND));
        }
        for (var text : connect) {
            all.addAll(Endpoint.parse(text, Direction.CONNECT));
        }
        for (var text : arguments) {
            all.addAll(Endpoint.parse(text, Direction.CONNECT));
        }
        if (all.isEmpty()) {
            throw new UsageException("there is no endpoint: -b ENDPOINT binds one, -c ENDPOINT connects one");
        }
        return all;
    }
}
