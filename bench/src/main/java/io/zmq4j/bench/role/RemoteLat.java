package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code remote_lat}: the end that asks. */
@Command(
        name = "remote_lat",
        description = {
            "REQ, or DEALER, CLIENT or STREAM: ask, and print us, the time of one way.",
            "Connects and asks COUNT times; one way is half of a round trip. The clock starts at the first answer.",
            "",
        })
public final class RemoteLat extends TypedRole {
    @Option(
            names = "--every",
            paramLabel = "MILLIS",
            defaultValue = "0",
            description =
                    "Pause so long before each question; then it is the median of the single times, not the mean.")
    private long pauseMillis;

    public RemoteLat() {
        super(SocketType.REQ, SocketType.DEALER, SocketType.CLIENT, SocketType.STREAM);
    }

    @Override
    void check() {
        super.check();
        Run.atLeast("--every", pauseMillis, 0);
        if (pauseMillis == 0) {
            Questions.check(run());
        }
    }

    @Override
    void play(Library library) {
        var asker = library.open(type());
        asker.connect(endpoint());
        print("us", 3, pauseMillis == 0 ? Questions.ask(asker, run()) : Questions.ask(asker, run(), pauseMillis));
    }
}
