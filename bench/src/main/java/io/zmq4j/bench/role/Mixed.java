package io.zmq4j.bench.role;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mixed}: a flood in a process that has seen everything, and in one that has seen nothing else. */
@Command(
        name = "mixed",
        description = {
            "What a flood loses in a process that has done everything else.",
            "One after the other, with 10 B: PUSH to PULL over inproc, the same over ipc, REQ to REP and DEALER to ROUTER and back,",
            "PUB to SUB, and PUSH to PULL over tcp. Prints fresh-msg/s, the rate of the last one in a process of its own before;",
            "msg/s, its rate at the end; and share, how many times the first that is.",
            "",
        })
public final class Mixed extends Role {
    @Parameters(
            index = "0",
            paramLabel = "N",
            description = "Messages of each flood before; where they take longer, fewer.")
    private long messages;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "How long the flood over tcp is measured, after four times as long to get hot. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double seconds;

    @Override
    void check() {
        Run.atLeast("N", messages, 1);
    }

    @Override
    void play(Library library) {
        var here = (Zmq4j) library;
        double fresh = fresh(here.options());
        print("fresh-msg/s", 0, fresh);
        try (var there = here.another()) {
            for (var traffic : Traffic.values()) {
                traffic.play(here, there, Math.max(messages / traffic.cost(), 1));
            }
            double mixed = TcpFlood.rate(here, there, seconds);
            print("msg/s", 0, mixed);
            print("share", 3, mixed / fresh);
        }
    }

    private double fresh(List<String> options) {
        var arguments = new ArrayList<>(List.of(String.valueOf(seconds)));
        arguments.addAll(options);
        try (var process = new AnotherJvm(FreshFlood.class, arguments.toArray(String[]::new))) {
            return Double.parseDouble(process.line());
        }
    }
}
