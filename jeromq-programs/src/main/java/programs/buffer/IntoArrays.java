package programs.buffer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A frame is received into a part of an array and sent from a part of one. */
public final class IntoArrays {
    private IntoArrays() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://arrays");
            push.connect("inproc://arrays");
            Expect.that(push.send("0123456789".getBytes(ZMQ.CHARSET), 2, 3, 0), "a part");
            byte[] buffer = new byte[8];
            Expect.equal(3, pull.recv(buffer, 4, 4, 0));
            Expect.equal(new byte[] {0, 0, 0, 0, '2', '3', '4', 0}, buffer);
            Expect.equal(-1, pull.recv(buffer, 0, 8, ZMQ.DONTWAIT));
            push.send("longer than there is room for");
            pull.recv(buffer, 0, 8, 0);
            Expect.equal("longer t", new String(buffer, ZMQ.CHARSET));
            Expect.equal(null, pull.recv(ZMQ.DONTWAIT));
        }
    }
}
