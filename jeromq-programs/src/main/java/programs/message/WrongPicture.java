package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import org.zeromq.proto.ZPicture;
import programs.Expect;

/** What is no picture is EPROTO; an argument of another class, and a frame that is no number, are exceptions of Java. */
public final class WrongPicture {
    private WrongPicture() {}

    public static void main(String[] args) throws Exception {
        int protocol = ZMQ.Error.EPROTO.getCode();
        ZPicture pictures = new ZPicture();
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://wrong-picture");
            right.connect("inproc://wrong-picture");
            Expect.code(protocol, () -> pictures.sendPicture(left, "x", 1));
            Expect.code(protocol, () -> pictures.sendPicture(left, "mi", ZMsg.newStringMsg("m"), 1));
            Expect.code(protocol, () -> pictures.sendBinaryPicture(left, "i", 1));
            Expect.code(protocol, () -> pictures.recvPicture(right, "S"));
            Expect.code(protocol, () -> pictures.recvBinaryPicture(right, "z"));
            Expect.failure(ClassCastException.class, () -> pictures.sendPicture(left, "i", "1"));
            Expect.failure(ClassCastException.class, () -> pictures.sendPicture(left, "8", 1));
            Expect.failure(ClassCastException.class, () -> pictures.msgBinaryPicture("4", 1L));
            Expect.failure(NullPointerException.class, () -> pictures.msgBinaryPicture("1", (Object) null));
            Expect.failure(IndexOutOfBoundsException.class, () -> pictures.sendPicture(left, "i"));
            Expect.failure(IllegalArgumentException.class, () -> pictures.sendPicture(null, "i", 1));
            Expect.equal(null, right.recv(ZMQ.DONTWAIT));

            left.send("many");
            Expect.failure(NumberFormatException.class, () -> pictures.recvPicture(right, "i"));
            left.send("not empty");
            Expect.code(protocol, () -> pictures.recvPicture(right, "z"));
            left.send(new byte[] {1});
            Expect.failure(IllegalArgumentException.class, () -> pictures.recvBinaryPicture(right, "2"));
        }
    }
}
