package programs.message;

import org.zeromq.ZFrame;
import org.zeromq.proto.ZNeedle;
import programs.Expect;

/** The length of a text is that of its bytes, so that letters beyond ASCII come back. */
public final class LettersInNeedles {
    private LettersInNeedles() {}

    public static void main(String[] args) throws Exception {
        ZFrame frame = new ZFrame(new byte[8]);
        ZNeedle writer = new ZNeedle(frame);
        writer.putShortString("\u00e9\u00e8");
        writer.putNumber1(7);
        ZNeedle reader = new ZNeedle(frame);
        if (Expect.onJeroMq()) {
            Expect.equal("02C3A9C3A8070000", frame.strhex());
            Expect.equal("\u00e9", reader.getShortString());
            Expect.equal(0xA9, reader.getNumber1());
        } else {
            Expect.equal("04C3A9C3A8070000", frame.strhex());
            Expect.equal("\u00e9\u00e8", reader.getShortString());
            Expect.equal(7, reader.getNumber1());
        }
    }
}
