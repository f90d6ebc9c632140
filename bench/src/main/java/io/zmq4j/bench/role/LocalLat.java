package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code local_lat}: the end that answers. */
@Command(
        name = "local_lat",
        description = {
            "REP, or ROUTER, SERVER or STREAM: send back what comes.",
            "Binds and answers COUNT questions.",
            "",
        })
public final class LocalLat extends TypedRole {
    @Option(
            names = "--no-numbers",
            description = "The asker does not number its messages, as libzmq's remote_lat: check size and count only.")
    private boolean withoutNumbers;

    public LocalLat() {
        super(SocketType.REP, SocketType.ROUTER, SocketType.SERVER, SocketType.STREAM);
    }

    @Override
    void play(Library library) {
        var answerer = library.open(type());
        answerer.bind(endpoint());
        Questions.answer(answerer, run(), new Ledger(run().size(), !withoutNumbers));
        library.finish();
    }
}
