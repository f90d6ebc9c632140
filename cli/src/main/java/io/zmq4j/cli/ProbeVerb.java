package io.zmq4j.cli;

import io.zmq4j.cli.Endpoint.Direction;
import io.zmq4j.cli.probe.Probe;
import io.zmq4j.cli.probe.Report;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** probe: what is behind an endpoint. */
@Command(
        description = {
            "Find out what is behind an endpoint: who listens, which ZMTP, which socket type and security, how far away, and what a"
                    + " handshake as each type is answered; or what is wrong, in a sentence. No message is sent, and none is"
                    + " taken from the peer's others.",
            ""
        })
final class ProbeVerb implements Callable<Integer> {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Streams streams;

    @Parameters(
            index = "0",
            paramLabel = "ENDPOINT",
            description = "What to probe: tcp://HOST:PORT, in short :PORT, or ipc://PATH.")
    private String endpoint = "";

    @Option(
            names = "--as",
            paramLabel = "TYPE",
            converter = SocketTypeName.class,
            description =
                    "Go by this socket type alone. A peer that gives messages to whoever is there may then give one, which is lost.")
    private @Nullable SocketType type;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Wait this long for an address, for a connection and for each handshake. Without it: 2.")
    private Duration timeout = PATIENCE;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean isJson;

    @Mixin
    private final Securing securing = new Securing();

    ProbeVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        String address = address(endpoint);
        check(timeout);
        securing.check();
        Report report = Probe.of(address, type, securing.chosen(), timeout);
        String text = isJson ? ProbeText.json(report) : ProbeText.lines(report);
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        return report.isFine() ? Exit.DONE : Exit.ERROR;
    }

    /** Refuses a time in which nothing can happen. */
    static void check(Duration timeout) {
        if (timeout.isZero()) {
            throw new UsageException("--timeout is 0: more is allowed, such as 0.5");
        }
    }

    /** The one endpoint that this text is, in full. */
    static String address(String endpoint) {
        var wanted = Endpoint.parse(endpoint, Direction.CONNECT);
        if (wanted.size() != 1 || wanted.get(0).direction() != Direction.CONNECT) {
            throw new UsageException("'" + endpoint + "' is not one endpoint to connect to, and one is probed");
        }
        return wanted.get(0).address();
    }
}
