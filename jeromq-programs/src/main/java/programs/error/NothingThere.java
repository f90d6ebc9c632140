package programs.error;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Receiving without a message and sending without a peer give null and false, with EAGAIN as the socket's last error. */
public final class NothingThere {
    private NothingThere() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://nothing-there");
            Expect.equal(null, pull.recv(ZMQ.DONTWAIT));
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), pull.errno());
            Expect.equal(null, pull.recvStr(ZMQ.DONTWAIT));
            Expect.equal(false, push.send("to nobody", ZMQ.DONTWAIT));
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), push.errno());

            pull.setReceiveTimeOut(30);
            Expect.notBefore(Duration.ofMillis(30), () -> Expect.equal(null, pull.recv()));
            push.setSendTimeOut(30);
            Expect.notBefore(Duration.ofMillis(30), () -> Expect.equal(false, push.send("to nobody")));
        }
    }
}
