package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;

/** {@code inproc_lat}: questions and answers between two threads. */
@Command(
        name = "inproc_lat",
        description = {
            "REQ to REP between two threads; print us, one way.",
            "",
        })
public final class InprocLat extends ProcessRole {
    @Override
    void check() {
        super.check();
        Questions.check(run());
    }

    @Override
    void play(Library library) {
        var rep = library.open(SocketType.REP);
        rep.bind(ENDPOINT);
        var req = library.open(SocketType.REQ);
        req.connect(ENDPOINT);
        var crew = new Crew();
        crew.start("answerer", () -> Questions.answer(rep, run(), new Ledger(run().size())));
        double micros = crew.lead(() -> Questions.ask(req, run()));
        crew.await();
        print("us", 3, micros);
    }
}
