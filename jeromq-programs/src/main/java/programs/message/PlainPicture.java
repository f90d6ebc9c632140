package programs.message;

import java.nio.charset.StandardCharsets;
import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Expect;

/** A plain picture sends a frame for each value, numbers in decimal. */
public final class PlainPicture {
    private static final byte[] BYTES = {1, 2, 3};

    private PlainPicture() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            pull.bind("tcp://127.0.0.1:*");
            push.connect(pull.getLastEndpoint());

            ZMsg last = ZMsg.newStringMsg("one", "two");
            Expect.that(
                    push.sendPicture("i1248szbfm", -7, 255, 65535, -1, 8L, "text", BYTES, new ZFrame("frame"), last),
                    "send");
            Expect.equal(0, last.size());
            ZMsg frames = ZMsg.recvMsg(pull);
            Expect.equal("[ -7, 255, 65535, -1, 8, text, , 010203, frame, one, two ]", frames.toString());

            Expect.that(frames.send(push), "send the same frames");
            Object[] values = pull.recvPicture("i1248szbfm");
            Expect.equal(10, values.length);
            Expect.equal(-7, values[0]);
            Expect.equal(255, values[1]);
            Expect.equal(65535, values[2]);
            Expect.equal(-1, values[3]);
            Expect.equal(8L, values[4]);
            Expect.equal("text", values[5]);
            Expect.equal(null, ((ZFrame) values[6]).getData());
            Expect.equal(BYTES, values[7]);
            Expect.equal(new ZFrame("frame"), values[8]);
            Expect.equal(ZMsg.newStringMsg("one", "two"), values[9]);

            push.sendPicture("12sb", -1, 65537, null, null);
            Expect.equal("[ 255, 1, ,  ]", ZMsg.recvMsg(pull).toString());
            push.sendPicture("sz", "\u00e9");
            Expect.equal("\u00e9", pull.recvPicture("sz")[0]);
            push.send("300".getBytes(StandardCharsets.UTF_8));
            Expect.equal(44, pull.recvPicture("1")[0]);
        }
    }
}
