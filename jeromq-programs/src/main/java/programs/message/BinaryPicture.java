package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import org.zeromq.proto.ZPicture;
import programs.Expect;

/** A binary picture packs its values into the first frame, in network order; frames and a message stand behind it. */
public final class BinaryPicture {
    private static final byte[] BYTES = {9, 8};

    private BinaryPicture() {}

    public static void main(String[] args) throws Exception {
        ZPicture pictures = new ZPicture();
        ZMsg packed = pictures.msgBinaryPicture(
                "1248sSbfm", 1, 2, 4, 8L, "short", "long", BYTES, new ZFrame("f"), ZMsg.newStringMsg("m", "n"));
        Expect.equal(4, packed.size());
        Expect.equal(
                "010002000000040000000000000008" + "0573686F7274" + "000000046C6F6E67" + "000000020908",
                packed.getFirst().strhex());
        Expect.equal(
                "FFFFFFFFFFFF",
                pictures.msgBinaryPicture("24", -1, -1).getFirst().strhex());
        Expect.equal(0, pictures.msgBinaryPicture("").getFirst().size());

        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://binary-picture");
            right.connect("inproc://binary-picture");
            Expect.that(packed.send(left), "send");
            Object[] values = right.recvBinaryPicture("1248sSbfm");
            Expect.equal(1, values[0]);
            Expect.equal(2, values[1]);
            Expect.equal(4, values[2]);
            Expect.equal(8L, values[3]);
            Expect.equal("short", values[4]);
            Expect.equal("long", values[5]);
            Expect.equal(BYTES, values[6]);
            Expect.equal(new ZFrame("f"), values[7]);
            Expect.equal(ZMsg.newStringMsg("m", "n"), values[8]);

            right.setReceiveTimeOut(10);
            Expect.that(left.sendBinaryPicture("1", 200), "send by the socket");
            values = right.recvBinaryPicture("1fm");
            Expect.equal(200, values[0]);
            Expect.that(values[1] == null && values[2] == null, "no frames behind the first");
            Expect.equal(null, right.recvBinaryPicture("1"));
        }
    }
}
