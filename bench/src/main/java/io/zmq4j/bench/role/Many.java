package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code many}: the sending ends of a flood from many. */
@Command(
        name = "many",
        description = {
            "PUSH: a flood from many sockets to one local_thr.",
            "PEERS sockets in one thread connect and send COUNT messages in turn, all together.",
            "",
        })
public final class Many extends WireRole {
    @Parameters(index = "3", paramLabel = "PEERS", description = "Number of sockets.")
    private int peers;

    @Override
    void check() {
        super.check();
        Run.atLeast("PEERS", peers, 1);
        Run.atLeast("SIZE", run().size(), Long.BYTES);
        if (peers > Numbers.MAX_SENDERS) {
            throw new IllegalArgumentException(
                    "PEERS is %d: up to %d is allowed".formatted(peers, Numbers.MAX_SENDERS));
        }
    }

    @Override
    void play(Library library) {
        var sockets = new ArrayList<Peer>();
        for (int i = 0; i < peers; i++) {
            var push = library.open(SocketType.PUSH);
            push.connect(endpoint());
            sockets.add(push);
        }
        long total = run().total();
        for (long number = 0, sent = 0; sent < total; number++) {
            for (int sender = 0; sender < peers && sent < total; sender++, sent++) {
                sockets.get(sender).send(Numbers.message(run().size(), Numbers.of(sender, number)));
            }
        }
        library.finish();
    }
}
