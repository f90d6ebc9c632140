package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;
import zmq.ZError;

/** A token ends a receive and a send that wait, with ECANCELED, and can be used again after a reset. */
public final class Cancelled {
    private Cancelled() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            ZMQ.CancellationToken token = socket.createCancellationToken();
            Expect.that(!token.isCancellationRequested(), "not yet");
            Aside receiver = Aside.start(() -> Expect.code(ZError.ECANCELED, () -> socket.recv(0, token)));
            receiver.untilItWaits();
            token.cancel();
            receiver.join();
            Expect.that(token.isCancellationRequested(), "cancelled");
            Expect.code(ZError.ECANCELED, () -> socket.send(new byte[1], 0, token));

            token.reset();
            Expect.that(!token.isCancellationRequested(), "reset");
            Aside sender = Aside.start(() -> Expect.code(ZError.ECANCELED, () -> socket.send(new byte[1], 0, token)));
            sender.untilItWaits();
            token.cancel();
            sender.join();

            token.reset();
            Expect.equal(null, socket.recv(ZMQ.DONTWAIT, token));
        }
    }
}
