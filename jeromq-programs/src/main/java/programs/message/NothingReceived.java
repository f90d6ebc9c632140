package programs.message;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Aside;
import programs.Expect;

/** Where there is no message there is null, also for a handler; the end of the context is an exception, or goes to the other handler. */
public final class NothingReceived {
    private NothingReceived() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.PULL)) {
            socket.bind("inproc://nothing-received");
            Expect.equal(null, ZMsg.recvMsg(socket, false));
            Expect.equal(null, ZMsg.recvMsg(socket, ZMQ.DONTWAIT));
            socket.setReceiveTimeOut(10);
            Expect.equal(null, ZMsg.recvMsg(socket));
            Expect.equal(null, ZFrame.recvFrame(socket));

            List<Object> handled = new ArrayList<>();
            ZMsg.recvMsg(socket, ZMQ.DONTWAIT, handled::add);
            ZMsg.recvMsg(socket, ZMQ.DONTWAIT, handled::add, failure -> handled.add(failure.getErrorCode()));
            Expect.equal(2, handled.size());
            Expect.that(handled.get(0) == null && handled.get(1) == null, "handlers get null");

            Expect.failure(IllegalArgumentException.class, () -> ZMsg.recvMsg(null));
            Expect.failure(IllegalArgumentException.class, () -> new ZMsg().send(null));
            Expect.failure(IllegalArgumentException.class, () -> new ZFrame("x").send(null, 0));
        }

        ZMQ.Context ending = ZMQ.context(1);
        ZMQ.Socket waiting = ending.socket(SocketType.PULL);
        waiting.bind("inproc://nothing-received");
        Aside receiving = Aside.start(() -> {
            Expect.code(ZMQ.Error.ETERM.getCode(), () -> ZMsg.recvMsg(waiting));
            Expect.code(ZMQ.Error.ETERM.getCode(), () -> ZFrame.recvFrame(waiting));
            List<Object> handled = new ArrayList<>();
            ZMsg.recvMsg(waiting, 0, handled::add, failure -> handled.add(failure.getErrorCode()));
            Expect.equal(List.of(ZMQ.Error.ETERM.getCode()), handled);
            waiting.close();
        });
        receiving.untilItWaits();
        ending.close();
        receiving.join();
    }
}
