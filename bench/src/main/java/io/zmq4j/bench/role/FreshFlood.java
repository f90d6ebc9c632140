package io.zmq4j.bench.role;

import java.util.List;

/** A flood of zmq4j over tcp in a process that has done nothing before. Prints the messages a second. */
final class FreshFlood {
    private FreshFlood() {}

    /** {@code SECONDS OPTION...}: how long to measure, and what every socket is set to. */
    public static void main(String... args) {
        var words = List.of(args);
        try (var here = new Zmq4j(words.subList(1, words.size()), new Credentials.None());
                var there = here.another()) {
            System.out.println(TcpFlood.rate(here, there, Double.parseDouble(words.get(0))));
        }
    }
}
