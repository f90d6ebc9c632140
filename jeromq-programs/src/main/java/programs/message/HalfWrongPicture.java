package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.proto.ZPicture;
import programs.Expect;

/** A picture with a wrong argument behind a right one is not sent, not even half of it. */
public final class HalfWrongPicture {
    private HalfWrongPicture() {}

    public static void main(String[] args) throws Exception {
        ZPicture pictures = new ZPicture();
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://half-wrong-picture");
            right.connect("inproc://half-wrong-picture");
            Expect.failure(ClassCastException.class, () -> pictures.sendPicture(left, "si", "begun", "not a number"));
            left.send("the next message");
            Expect.equal("the next message", right.recvStr());
            Expect.equal(false, right.hasReceiveMore());
        }
    }
}
