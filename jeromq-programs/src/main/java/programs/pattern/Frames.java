package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** A message of three frames, one of them empty, arrives whole and in order; each frame tells whether more of them follow. */
public final class Frames {
    private Frames() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            pull.bind("inproc://frames");
            threeFrames(context, pull);
            pull.bind("tcp://127.0.0.1:*");
            threeFrames(context, pull);
            Endpoints.bindIpc(pull);
            threeFrames(context, pull);
        }
    }

    private static void threeFrames(ZMQ.Context context, ZMQ.Socket pull) {
        try (ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.connect(pull.getLastEndpoint());
            Expect.that(push.sendMore("first"), "first frame");
            Expect.that(push.send(new byte[0], ZMQ.SNDMORE), "second frame");
            Expect.equal(null, pull.recv(ZMQ.DONTWAIT));
            Expect.that(push.send("third"), "third frame");

            Expect.equal("first", pull.recvStr());
            Expect.that(pull.hasReceiveMore(), "a second frame follows");
            Expect.equal(new byte[0], pull.recv());
            Expect.that(pull.hasReceiveMore(), "a third frame follows");
            Expect.equal("third", pull.recvStr());
            Expect.that(!pull.hasReceiveMore(), "nothing follows the third frame");
        }
    }
}
