package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code local_lat}: the end that answers. */
@Command(
        name = "local_lat",
        description = {
            "REP: send back what comes.",
            "Binds and answers COUNT questions.",
            "",
        })
public final class LocalLat extends WireRole {
    @Option(
            names = "--no-numbers",
            description = "The asker does not number its messages, as libzmq's remote_lat: check size and count only.")
    private boolean withoutNumbers;

    @Override
    void play(Library library) {
        var rep = library.open(SocketType.REP);
        rep.bind(endpoint());
        Questions.answer(rep, run(), new Ledger(run().size(), !withoutNumbers));
        library.finish();
    }
}
