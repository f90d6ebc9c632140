package programs.life;

import java.util.concurrent.atomic.AtomicInteger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A class of the program's own that extends the socket, as Spring and others have them, is told when it is closed. */
public final class OwnClass {
    private OwnClass() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1)) {
            AtomicInteger closed = new AtomicInteger();
            try (Counted socket = new Counted(context, closed);
                    ZMQ.Socket peer = context.socket(SocketType.PAIR)) {
                socket.bind("inproc://own-class");
                peer.connect("inproc://own-class");
                peer.send("hello");
                Expect.equal("hello", socket.recvStr());
            }
            Expect.equal(1, closed.get());
        }
    }

    private static final class Counted extends ZMQ.Socket {
        private final AtomicInteger closed;

        Counted(ZMQ.Context context, AtomicInteger closed) {
            super(context, SocketType.PAIR);
            this.closed = closed;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            super.close();
        }
    }
}
