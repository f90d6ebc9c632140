package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Binding to an inproc endpoint that is bound already fails with EADDRINUSE, and its owner keeps it.\n * In JeroMQ those who connect then reach the one whose bind has failed. */
public final class InprocTaken {
    private InprocTaken() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(0);
                ZMQ.Socket owner = context.socket(SocketType.PULL);
                ZMQ.Socket other = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            Expect.that(owner.bind("inproc://taken"), "bind");
            Expect.code(ZMQ.Error.EADDRINUSE.getCode(), () -> other.bind("inproc://taken"));
            push.connect("inproc://taken");
            push.send("for the owner");
            Expect.equal("for the owner", (Expect.onJeroMq() ? other : owner).recvStr());
        }
    }
}
