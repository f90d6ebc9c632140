package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code subs}: all the subscribers. */
@Command(
        name = "subs",
        description = {
            "SUB, or DISH: all the subscribers; print msg/s.",
            "SUBSCRIBERS sockets in one thread connect, subscribe to everything and take COUNT messages each. The figure is of",
            "the deliveries to all of them together.",
            "",
        })
public final class Subs extends TypedRole {
    @Parameters(index = "3", paramLabel = "SUBSCRIBERS", description = "Number of sockets.")
    private int subscribers;

    public Subs() {
        super(SocketType.SUB, SocketType.DISH);
    }

    @Override
    void check() {
        super.check();
        Run.atLeast("SUBSCRIBERS", subscribers, 1);
    }

    @Override
    void play(Library library) {
        var peers = Stream.generate(() -> library.subscriber(type()))
                .limit(subscribers)
                .toList();
        peers.forEach(peer -> peer.connect(endpoint()));
        var all = new Run(run().size(), run().count() * subscribers, run().warmup() * subscribers);
        print("msg/s", 0, new Deliveries(library, peers, all).measure());
    }

    /** What comes to all the sockets. */
    private static final class Deliveries {
        private final List<Peer> peers;
        private final List<Ledger> ledgers = new ArrayList<>();
        private final Readiness readiness;
        private final Run run;
        private long taken;
        private long beganNanos;

        Deliveries(Library library, List<Peer> peers, Run run) {
            this.peers = peers;
            this.run = run;
            readiness = library.readiness(peers);
            peers.forEach(peer -> ledgers.add(new Ledger(run.size())));
        }

        double measure() {
            while (taken < run.total()) {
                readiness.await();
                for (int i = 0; i < peers.size(); i++) {
                    if (readiness.isReady(i)) {
                        takeAll(peers.get(i), ledgers.get(i));
                    }
                }
            }
            long nanos = Math.max(System.nanoTime() - beganNanos, 1);
            return (run.total() - run.beforeClock()) * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
        }

        private void takeAll(Peer peer, Ledger ledger) {
            while (peer.tryReceive(ledger)) {
                if (++taken == run.beforeClock()) {
                    beganNanos = System.nanoTime();
                }
            }
        }
    }
}
