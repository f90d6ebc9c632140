package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** Two threads of a process talk over a PAIR at an inproc endpoint, as in the guide's relay of signals. */
public final class ThreadSignal {
    private ThreadSignal() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(0)) {
            try (ZMQ.Socket parent = context.socket(SocketType.PAIR)) {
                parent.bind("inproc://signal");
                Aside child = Aside.start(() -> {
                    try (ZMQ.Socket mine = context.socket(SocketType.PAIR)) {
                        mine.connect("inproc://signal");
                        Expect.that(mine.send("ready"), "signal");
                        Expect.equal("go", mine.recvStr());
                        Expect.that(mine.send("done"), "signal");
                    }
                });
                Expect.equal("ready", parent.recvStr());
                Expect.that(parent.send("go"), "signal");
                Expect.equal("done", parent.recvStr());
                child.join();
            }
        }
    }
}
