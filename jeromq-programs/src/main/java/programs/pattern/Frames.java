package programs.pattern;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A message of three frames, one of them empty, arrives whole and in order; each frame tells whether more of them follow. */
public final class Frames {
    private Frames() {}

    public static void main(String[] args) throws Exception {
        for (String endpoint :
                List.of("tcp://127.0.0.1:*", "inproc://frames", "ipc:///tmp/frames-" + System.nanoTime())) {
            try (ZMQ.Context context = ZMQ.context(1);
                    ZMQ.Socket pull = context.socket(SocketType.PULL);
                    ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                pull.bind(endpoint);
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
}
