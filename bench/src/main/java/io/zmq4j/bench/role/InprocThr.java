package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import picocli.CommandLine.Command;

/** {@code inproc_thr}: a flood between two threads. */
@Command(
        name = "inproc_thr",
        description = {"PUSH to PULL over inproc, a thread each; print msg/s after B/msg, both ends' together.", ""})
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
        print("B/msg %.1f", received.bytesEach());
        print("msg/s %.0f", received.perSecond());
    }
}
