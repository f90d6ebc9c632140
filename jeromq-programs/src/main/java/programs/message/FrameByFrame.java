package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Expect;

/** Frames are sent and received one by one, mixed with whole messages, and belong to one message all the same. */
public final class FrameByFrame {
    private FrameByFrame() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://frame-by-frame");
            right.connect("inproc://frame-by-frame");

            ZFrame kept = new ZFrame("kept");
            ZFrame destroyed = new ZFrame("destroyed");
            Expect.that(kept.send(left, ZFrame.MORE), "send");
            Expect.that(kept.sendAndKeep(left, ZFrame.MORE | ZFrame.DONTWAIT), "send and keep");
            Expect.that(destroyed.sendAndDestroy(left), "send and destroy");
            Expect.that(kept.hasData() && !destroyed.hasData(), "only one forgets its bytes");
            Expect.equal(null, destroyed.getData());

            ZFrame first = ZFrame.recvFrame(right);
            Expect.that(first.hasMore() && first.streq("kept"), "the first frame");
            Expect.equal(new ZFrame("kept"), first);
            ZMsg rest = ZMsg.recvMsg(right);
            Expect.equal("[ kept, destroyed ]", rest.toString());
            Expect.equal(false, right.hasReceiveMore());
            Expect.equal(null, ZFrame.recvFrame(right, ZFrame.DONTWAIT));

            left.sendMore("begun");
            Expect.that(ZMsg.newStringMsg("by", "another").send(left, false), "the rest of a message");
            Expect.equal(3, ZMsg.recvMsg(right).size());

            ZFrame nothing = new ZFrame((byte[]) null);
            Expect.that(nothing.send(left, 0), "a frame without data");
            ZFrame empty = ZFrame.recvFrame(right);
            Expect.that(empty.hasData() && empty.size() == 0, "arrives as an empty one");
        }
    }
}
