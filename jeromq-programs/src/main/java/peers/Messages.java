package peers;

import java.util.List;
import org.zeromq.ZMQ;
import programs.Expect;

/** What is said in every conversation: short, long and empty frames, alone and together. {@code side.py} has the same. */
final class Messages {
    static final List<byte[][]> ALL = List.of(message(0), message(300), message(100_000), message(5, 0, 255));

    private Messages() {}

    static void send(ZMQ.Socket socket, byte[]... frames) {
        for (int i = 0; i < frames.length; i++) {
            Expect.that(socket.send(frames[i], i + 1 < frames.length ? ZMQ.SNDMORE : 0), "not sent in time");
        }
    }

    static void expect(ZMQ.Socket socket, byte[]... frames) {
        for (int i = 0; i < frames.length; i++) {
            Expect.equal(frames[i], receive(socket));
            Expect.equal(i + 1 < frames.length, socket.hasReceiveMore());
        }
    }

    static byte[] receive(ZMQ.Socket socket) {
        byte[] frame = socket.recv();
        Expect.that(frame != null, "not received in time");
        return frame;
    }

    /** The same message after another frame, such as a topic or a routing id. */
    static byte[][] after(byte[] first, byte[][] message) {
        var frames = new byte[message.length + 1][];
        frames[0] = first;
        System.arraycopy(message, 0, frames, 1, message.length);
        return frames;
    }

    private static byte[][] message(int... sizes) {
        var frames = new byte[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            frames[i] = new byte[sizes[i]];
            for (int at = 0; at < sizes[i]; at++) {
                frames[i][at] = (byte) (7 * at + sizes[i]);
            }
        }
        return frames;
    }
}
