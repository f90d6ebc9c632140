package programs.buffer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** An array is sent as it is, without a copy: it belongs to the socket from then on. A part of an array is copied. */
public final class NotCopied {
    private NotCopied() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://not-copied");
            push.connect("inproc://not-copied");
            byte[] array = {1, 2, 3};
            push.send(array, 0, 3, 0);
            array[0] = 9;
            Expect.equal(new byte[] {1, 2, 3}, pull.recv());
            push.send(array);
            array[0] = 8;
            Expect.equal(new byte[] {8, 2, 3}, pull.recv());
        }
    }
}
