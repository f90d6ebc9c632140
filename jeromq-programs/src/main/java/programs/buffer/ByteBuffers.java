package programs.buffer;

import java.nio.ByteBuffer;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Byte buffers are sent from position to limit and filled from the position on.
 * JeroMQ takes the right number of bytes from the wrong place if the position is not 0. */
public final class ByteBuffers {
    private ByteBuffers() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("inproc://buffers");
            push.connect("inproc://buffers");
            for (ByteBuffer buffer : List.of(ByteBuffer.allocate(16), ByteBuffer.allocateDirect(16))) {
                buffer.put("0123456789".getBytes(ZMQ.CHARSET));
                buffer.flip();
                buffer.position(2);
                Expect.equal(8, push.sendByteBuffer(buffer, 0));
                Expect.equal(Expect.onJeroMq() ? "01234567" : "23456789", pull.recvStr());

                push.send("abcdef");
                buffer.clear();
                Expect.equal(6, pull.recvByteBuffer(buffer, 0));
                buffer.flip();
                Expect.equal("abcdef", ZMQ.CHARSET.decode(buffer).toString());
            }
            Expect.equal(-1, pull.recvByteBuffer(ByteBuffer.allocate(4), ZMQ.DONTWAIT));
        }
    }
}
