package programs.loop;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ZContext knows its sockets until they are closed, and gives each its linger time and high-water marks. */
public final class OwnedSockets {
    private OwnedSockets() {}

    public static void main(String[] args) {
        ZContext context = new ZContext();
        Expect.that(context.isEmpty() && !context.isClosed(), "nothing yet");
        Expect.equal(1, context.getIoThreads());
        Expect.equal(0, context.getLinger());
        ZMQ.Socket before = context.createSocket(SocketType.PUSH);
        context.setLinger(77);
        context.setSndHWM(5);
        context.setRcvHWM(6);
        ZMQ.Socket after = context.createSocket(SocketType.PULL);
        Expect.equal(0, before.getLinger());
        Expect.equal(1000, before.getSndHWM());
        Expect.equal(77, after.getLinger());
        Expect.equal(5, after.getSndHWM());
        Expect.equal(6, after.getRcvHWM());

        Expect.equal(2, context.getSockets().size());
        context.getSockets().clear();
        Expect.equal(2, context.getSockets().size());
        before.close();
        Expect.equal(1, context.getSockets().size());
        context.close();
        Expect.that(context.isClosed() && context.isEmpty(), "closed with its sockets");
        context.close();
        context.destroy();
        Expect.failure(zmq.ZError.CtxTerminatedException.class, () -> context.createSocket(SocketType.PULL));
        Expect.failure(IllegalArgumentException.class, () -> new ZContext(-1));
    }
}
