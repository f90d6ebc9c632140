package io.zmq4j.bench.role;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A role with one end of a wire. */
abstract class WireRole extends Role {
    @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Such as tcp://127.0.0.1:5555 or ipc:///tmp/bench.")
    private String endpoint = "";

    @Parameters(index = "1", paramLabel = "SIZE", description = "Bytes of a message.")
    private int size;

    @Parameters(index = "2", paramLabel = "COUNT", description = "Messages, or round trips.")
    private long count;

    @Option(names = "--warmup", paramLabel = "N", description = "As many go before, uncounted, at both ends.")
    private long warmup;

    @Mixin
    private Securing securing = new Securing();

    private Credentials credentials = new Credentials.None();

    final String endpoint() {
        return endpoint;
    }

    final Run run() {
        return new Run(size, count, warmup);
    }

    @Override
    Credentials credentials() {
        return credentials;
    }

    @Override
    void check() {
        run();
        credentials = securing.read();
    }
}
