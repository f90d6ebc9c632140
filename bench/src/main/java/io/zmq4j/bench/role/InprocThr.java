package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;

/** {@code inproc_thr}: a flood between two threads. */
@Command(
        name = "inproc_thr",
        description = {
            "PUSH to PULL between two threads; print msg/s.",
            "Before the last line it prints B/msg, what the process allocated for a message, at both ends together.",
            "",
        })
public final class InprocThr extends ProcessRole {
    @Override
    void play(Library library) {
        var pull = library.open(SocketType.PULL);
        pull.bind(ENDPOINT);
        var push = library.open(SocketType.PUSH);
        push.connect(ENDPOINT);
        var crew = new Crew();
        crew.start("sender", () -> Flood.send(push, run()));
        var received = crew.lead(() -> Flood.receive(pull, run(), new Ledger(run().size())));
        crew.await();
        print("B/msg", 1, received.bytesEach());
        print("msg/s", 0, received.perSecond());
    }
}
