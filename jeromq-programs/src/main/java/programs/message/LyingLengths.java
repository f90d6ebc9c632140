package programs.message;

import java.nio.ByteBuffer;
import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.proto.ZNeedle;
import programs.Expect;

/** A length that a peer declares, and that is not there, takes no memory. */
public final class LyingLengths {
    private LyingLengths() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://lying-lengths");
            right.connect("inproc://lying-lengths");
            for (int length : new int[] {-1, Integer.MIN_VALUE}) {
                byte[] bytes = ByteBuffer.allocate(5).putInt(length).array();
                left.send(bytes);
                if (Expect.onJeroMq()) {
                    Expect.failure(NegativeArraySizeException.class, () -> right.recvBinaryPicture("S"));
                } else {
                    Expect.failure(IllegalArgumentException.class, () -> right.recvBinaryPicture("S"));
                    Expect.failure(
                            IllegalArgumentException.class, () -> needle(bytes).getLongString());
                }
            }
            byte[] tooLong = {0, 127, 0, 0, 1};
            left.send(tooLong);
            Expect.failure(IllegalArgumentException.class, () -> right.recvBinaryPicture("c"));
            Expect.failure(IllegalArgumentException.class, () -> needle(tooLong).getBlock(6));
        }
    }

    private static ZNeedle needle(byte[] bytes) {
        return new ZNeedle(new ZFrame(bytes));
    }
}
