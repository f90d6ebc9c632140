package programs.life;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** What a context was told before its first socket it keeps; afterwards it is too late for its threads. */
public final class ContextOptions {
    private ContextOptions() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(3)) {
            Expect.equal(3, context.getIOThreads());
            Expect.that(context.setIOThreads(2) && context.getIOThreads() == 2, "threads");
            Expect.that(context.setMaxSockets(7) && context.getMaxSockets() == 7, "sockets");
            Expect.equal(false, context.setMaxSockets(0));
            Expect.that(context.setBlocky(false) && !context.isBlocky() && !context.getBlocky(), "blocky");
            Expect.that(context.setIPv6(true) && context.isIPv6() && context.getIPv6(), "IPv6");
            try (ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
                Expect.equal(0, socket.getLinger());
                Expect.that(socket.isIPv6(), "IPv6 by the context");
                Expect.failure(IllegalStateException.class, () -> context.setIOThreads(4));
                Expect.equal(2, context.getIOThreads());
            }
        }
    }
}
