package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A sender without a receiver is stopped at its high-water mark, and goes on when there is room. */
public final class HighWaterMark {
    private HighWaterMark() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            push.setSndHWM(5);
            push.connect("tcp://127.0.0.1:9");
            int queued = 0;
            while (push.send("message " + queued, ZMQ.DONTWAIT)) {
                queued++;
            }
            Expect.equal(5, queued);
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), push.errno());
            push.setLinger(0);
        }
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            push.setSndHWM(2);
            pull.setRcvHWM(3);
            pull.bind("inproc://marks");
            push.connect("inproc://marks");
            int queued = 0;
            while (push.send("message " + queued, ZMQ.DONTWAIT)) {
                queued++;
            }
            Expect.equal(5, queued);
            for (int i = 0; i < queued; i++) {
                Expect.equal("message " + i, pull.recvStr());
            }
            Expect.equal(null, pull.recv(ZMQ.DONTWAIT));
            Expect.that(push.send("there is room again", ZMQ.DONTWAIT), "there is room");
            Expect.equal("there is room again", pull.recvStr());
        }
    }
}
