package io.zmq4j.bench.role;

import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code connections}: what a peer costs. */
@Command(
        name = "connections",
        description = {
            "What a peer costs: memory, and the time for N of them.",
            "Lets N peers connect to one PUSH over tcp; prints connect-s, the seconds that took; io-threads, how many zmq4j has;",
            "B/connection, heap and direct memory for one; and send-s, the seconds until each has got a message.",
            "",
        })
public final class Connections extends Role {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    @Parameters(index = "0", paramLabel = "N", description = "Number of peers.")
    private int peers;

    @Override
    void check() {
        Run.atLeast("N", peers, 1);
    }

    @Override
    void play(Library library) {
        var push = (PushSocket) ((Zmq4j) library).socket(SocketType.PUSH);
        var endpoint = push.bind("tcp://127.0.0.1:*").uri();
        long before = Memory.bytes();
        try (var far = new AnotherJvm(IdlePeers.class, endpoint, String.valueOf(peers))) {
            long began = System.nanoTime();
            far.expect("connected");
            while (push.peerCount() < peers) {
                Pause.millis(1);
            }
            print("connect-s", 3, (System.nanoTime() - began) / SECOND);
            print("io-threads", 0, Tasks.ofLibrary().count());
            print("B/connection", 0, (Memory.bytes() - before) / (double) peers);
            began = System.nanoTime();
            for (int i = 0; i < peers; i++) {
                // In turn, so each gets one.
                push.send(Message.of("to each"));
            }
            far.expect("received");
            print("send-s", 3, (System.nanoTime() - began) / SECOND);
        }
    }
}
