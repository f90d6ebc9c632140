package io.zmq4j.bench.part;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code parts}: hands over to JMH. */
@Command(
        name = "parts",
        customSynopsis = "zmq bench parts [--help] [JMH ARGUMENT]...",
        description = {
            "Frame codec, pipe, subscription matching and routing, each by itself.",
            "Measures with JMH, which also tells by -prof gc what an operation allocates. Takes JMH's arguments, which",
            "'zmq bench parts -h' lists.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  zmq bench parts Matching -p topics=1000000",
            "  zmq bench parts Frames -f 3 -rf json -rff frames.json"
        })
public final class PartsCommand implements Callable<Integer> {
    /** Not -h, which is JMH's; and it is picocli that looks at it. */
    @SuppressWarnings("unused")
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        arguments.addAll(List.of("-prof", "gc"));
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
