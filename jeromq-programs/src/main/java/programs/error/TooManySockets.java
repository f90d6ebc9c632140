package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Expect;

/** A context gives as many sockets as it was told, then EMFILE; a closed one makes room. */
public final class TooManySockets {
    private TooManySockets() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1)) {
            Expect.that(context.setMaxSockets(2), "option");
            Expect.equal(2, context.getMaxSockets());
            ZMQ.Socket first = context.socket(SocketType.PAIR);
            try (ZMQ.Socket second = context.socket(SocketType.PAIR)) {
                Expect.that(second.bind("inproc://two"), "bind");
                Expect.code(ZMQ.Error.EMFILE.getCode(), () -> context.socket(SocketType.PAIR));
                first.close();
                Expect.eventually("there is room", () -> {
                    try (ZMQ.Socket third = context.socket(SocketType.PAIR)) {
                        return third.connect("inproc://two");
                    } catch (ZMQException full) {
                        Expect.equal(ZMQ.Error.EMFILE.getCode(), full.getErrorCode());
                        return false;
                    }
                });
            }
        }
    }
}
