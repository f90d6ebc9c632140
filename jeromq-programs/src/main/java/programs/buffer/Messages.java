package programs.buffer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.Msg;

/** Message objects of the lower layer are sent and received, and say whether more frames follow. */
public final class Messages {
    private Messages() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://messages");
            push.connect("inproc://messages");
            Expect.that(push.sendMsgMore(new Msg("first".getBytes(ZMQ.CHARSET))), "first frame");
            Msg filled = new Msg(6);
            filled.put((byte) 's').put("econd".getBytes(ZMQ.CHARSET));
            Expect.that(push.sendMsg(filled), "second frame");
            Msg first = pull.recvMsg();
            Expect.equal("first", new String(first.data(), ZMQ.CHARSET));
            Expect.that(first.hasMore(), "more follows");
            Msg second = pull.recvMsg();
            Expect.equal(6, second.size());
            Expect.equal((byte) 'e', second.get(1));
            Expect.equal("second", ZMQ.CHARSET.decode(second.buf()).toString());
            Expect.that(!second.hasMore(), "the last frame");
            Expect.equal(null, pull.recvMsg(ZMQ.DONTWAIT));
        }
    }
}
