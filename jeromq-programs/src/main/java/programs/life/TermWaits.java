package programs.life;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Aside;
import programs.Expect;

/** The end of a context waits until the program has closed its sockets, and can be called twice. */
public final class TermWaits {
    private TermWaits() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket socket = context.socket(SocketType.PAIR);
        socket.bind("inproc://open");
        Expect.that(!context.isTerminated() && !context.isClosed(), "not yet");
        Aside term = Aside.start(context::term);
        term.untilItWaits();
        Expect.eventually("the socket knows", () -> {
            try {
                socket.recv(ZMQ.DONTWAIT);
                return false;
            } catch (ZMQException end) {
                return end.getErrorCode() == ZMQ.Error.ETERM.getCode();
            }
        });
        socket.close();
        term.join();
        Expect.that(context.isTerminated() && context.isClosed(), "ended");
        context.term();
        context.close();
    }
}
