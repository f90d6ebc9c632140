package programs.loop;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;

/** A shadow of a context has sockets of its own: closing it closes these alone, closing the context closes all. */
public final class Shadows {
    private Shadows() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            context.setLinger(70);
            context.setRcvHWM(6);
            ZMQ.Socket mine = context.createSocket(SocketType.PULL);
            ZContext shadow = context.shadow();
            Expect.that(context.isMain() && !shadow.isMain(), "the first one is the main one");
            Expect.that(shadow.getContext() == context.getContext(), "the same context underneath");
            ZMQ.Socket its = shadow.createSocket(SocketType.PUSH);
            Expect.equal(70, its.getLinger());
            Expect.equal(6, its.getRcvHWM());
            Expect.equal(List.of(mine), context.getSockets());
            Expect.equal(List.of(its), shadow.getSockets());

            mine.bind("inproc://shared");
            its.connect("inproc://shared");
            its.send("reaches the other");
            Expect.equal("reaches the other", mine.recvStr());

            shadow.close();
            Expect.that(shadow.isEmpty() && !context.isEmpty(), "the shadow's sockets alone are closed");
            Expect.that(!context.isClosed() && !shadow.isClosed(), "the context goes on");

            ZContext another = context.shadow();
            another.createSocket(SocketType.PULL);
            context.close();
            Expect.that(context.isClosed() && another.isClosed() && another.isEmpty(), "all is closed");
            Expect.failure(zmq.ZError.CtxTerminatedException.class, () -> another.createSocket(SocketType.PULL));
        }
    }
}
