package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Expect;

/** A message that could not be sent is still there, to be sent later. */
public final class UnsentMessage {
    private UnsentMessage() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.setSendTimeOut(10);
            ZMsg kept = ZMsg.newStringMsg("a", "b");
            Expect.equal(false, kept.send(push, false));
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), push.errno());
            Expect.equal("[ a, b ]", kept.toString());

            ZMsg sent = ZMsg.newStringMsg("a", "b");
            Expect.equal(false, sent.send(push));
            Expect.equal(Expect.onJeroMq() ? 0 : 2, sent.size());
        }
    }
}
