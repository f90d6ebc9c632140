package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code crowd}: many that connect at once. */
@Command(
        name = "crowd",
        description = {
            "REQ: COUNT sockets connect at once to one local_lat.",
            "Each asks once; prints s, the seconds from the first call to connect until the last has its answer. The sockets of",
            "the --warmup do the same before, and stay.",
            "",
        })
public final class Crowd extends WireRole {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    @Override
    void check() {
        super.check();
        Run.atLeast("SIZE", run().size(), Long.BYTES);
        if (run().total() > Numbers.MAX_SENDERS) {
            throw new IllegalArgumentException("%d sockets with those of the warm-up: up to %d are allowed"
                    .formatted(run().total(), Numbers.MAX_SENDERS));
        }
    }

    @Override
    void play(Library library) {
        serve(library, 0, Math.toIntExact(run().warmup()));
        print("s", 3, serve(library, Math.toIntExact(run().warmup()), Math.toIntExact(run().count())) / SECOND);
    }

    /** Gives how long it takes, in nanoseconds. */
    private long serve(Library library, int first, int count) {
        var sockets =
                Stream.generate(() -> library.open(SocketType.REQ)).limit(count).toList();
        var ledger = new Ledger(run().size());
        long began = System.nanoTime();
        sockets.forEach(socket -> socket.connect(endpoint()));
        for (int i = 0; i < count; i++) {
            sockets.get(i).send(Numbers.message(run().size(), Numbers.of(first + i, 0)));
        }
        sockets.forEach(socket -> socket.receive(ledger));
        return System.nanoTime() - began;
    }
}
