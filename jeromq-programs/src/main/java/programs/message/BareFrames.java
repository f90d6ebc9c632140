package programs.message;

import java.nio.ByteBuffer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.Msg;
import zmq.SocketBase;

/** Frames below the API, as some applications send them: built byte by byte, with their flags. */
public final class BareFrames {
    private BareFrames() {}

    public static void main(String[] args) throws Exception {
        byte[] array = {1, 2, 3};
        Msg whole = new Msg(array);
        Expect.that(whole.data() == array, "an array is kept");
        Expect.equal(3, whole.size());
        Expect.equal((byte) 2, whole.get(1));
        Expect.equal(1, (int) whole.get());
        Expect.equal(2, (int) whole.get());
        Expect.equal(ByteBuffer.wrap(array), whole.buf());

        Msg built = new Msg(16);
        built.put((byte) 1).put(2).put(new byte[] {3, 4, 5}, 1, 2).put(ByteBuffer.wrap(new byte[] {6}));
        built.putShortString("ab");
        Expect.equal(new byte[] {1, 2, 4, 5, 6, 2, 'a', 'b', 0, 0, 0, 0, 0, 0, 0, 0}, built.data());
        Expect.equal(0x01020405, built.getInt(0));
        byte[] part = new byte[3];
        Expect.equal(3, built.getBytes(1, part, 0, 3));
        Expect.equal(new byte[] {2, 4, 5}, part);
        Expect.failure(IndexOutOfBoundsException.class, () -> built.get(16));

        Msg.Builder builder = new Msg.Builder();
        builder.put(new byte[] {7, 8}).putShortString("c");
        builder.setFlags(Msg.MORE);
        Msg grown = builder.build();
        Expect.equal(new byte[] {7, 8, 1, 'c'}, grown.data());
        Expect.that(grown.hasMore() && !grown.isCommand() && !grown.isIdentity(), "flags");
        grown.resetFlags(Msg.MORE);
        Expect.equal(0, grown.flags());

        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket left = context.socket(SocketType.PAIR);
                ZMQ.Socket right = context.socket(SocketType.PAIR)) {
            left.bind("inproc://bare-frames");
            right.connect("inproc://bare-frames");
            SocketBase sender = left.base();
            Expect.that(sender.send(whole, zmq.ZMQ.ZMQ_SNDMORE), "the first frame");
            Expect.that(sender.send(grown, 0), "the last frame");
            Msg first = right.base().recv(0);
            Expect.that(first.hasMore(), "another one follows");
            Expect.equal(array, first.data());
            Msg last = right.base().recv(0);
            Expect.that(!last.hasMore(), "it was the last");
            Expect.equal(4, last.size());
            Expect.equal(null, right.base().recv(zmq.ZMQ.ZMQ_DONTWAIT));
            Expect.equal(zmq.ZError.EAGAIN, right.base().errno());
        }
    }
}
