package zmq;

import io.zmq4j.message.Message;
import java.util.Arrays;

/** The frames of a message whose last one has not been sent yet. Guarded by its socket. */
final class HalfSent {
    private static final int FEW = 4;

    private byte[][] frames = new byte[FEW][];
    private int count;

    void add(byte[] frame) {
        if (count == frames.length) {
            frames = Arrays.copyOf(frames, count * 2);
        }
        frames[count++] = frame;
    }

    void add(Message message) {
        for (int i = 0; i < message.frameCount(); i++) {
            add(message.array(i));
        }
    }

    Message whole() {
        return Message.wrap(Arrays.copyOf(frames, count));
    }

    /** What it comes to with these frames behind; it is not changed by that. */
    Message with(Message last) {
        byte[][] all = Arrays.copyOf(frames, count + last.frameCount());
        for (int i = 0; i < last.frameCount(); i++) {
            all[count + i] = last.array(i);
        }
        return Message.wrap(all);
    }
}
