package programs.life;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.ZError;

/** A context that has ended gives no sockets any more, and closing one of its sockets once more harms nothing. */
public final class AfterTheEnd {
    private AfterTheEnd() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket early = context.socket(SocketType.PAIR);
        early.close();
        context.close();
        early.close();
        Expect.that(context.isClosed(), "closed");
        Expect.failure(ZError.CtxTerminatedException.class, () -> context.socket(SocketType.PAIR));
    }
}
