package programs.buffer;

import java.nio.ByteBuffer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Null stands for no bytes where an array is sent; a buffer must be one. A receive into null loses the message on JeroMQ alone. */
public final class NullBuffers {
    private NullBuffers() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket sender = context.socket(SocketType.PAIR);
                ZMQ.Socket receiver = context.socket(SocketType.PAIR)) {
            receiver.bind("inproc://null");
            sender.connect("inproc://null");
            Expect.that(sender.send((byte[]) null), "sent");
            Expect.equal(new byte[0], receiver.recv());
            Expect.failure(IllegalArgumentException.class, () -> sender.sendByteBuffer(null, 0));
            Expect.failure(NullPointerException.class, () -> sender.send(null, 0, 0, 0));

            sender.send("into an array");
            Expect.failure(NullPointerException.class, () -> receiver.recv(null, 0, 5, 0));
            sender.send("into a buffer");
            Expect.failure(NullPointerException.class, () -> receiver.recvByteBuffer((ByteBuffer) null, 0));
            if (Expect.onZmq4j()) {
                Expect.equal("into an array", receiver.recvStr());
                Expect.equal("into a buffer", receiver.recvStr());
            }
            Expect.equal(null, receiver.recv(ZMQ.DONTWAIT));
        }
    }
}
