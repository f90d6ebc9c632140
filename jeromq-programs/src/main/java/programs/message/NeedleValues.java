package programs.message;

import java.util.List;
import java.util.Map;
import org.zeromq.ZFrame;
import org.zeromq.proto.ZNeedle;
import programs.Expect;

/** A needle writes values one behind the other into a frame's array, and reads them again. */
public final class NeedleValues {
    private NeedleValues() {}

    public static void main(String[] args) throws Exception {
        ZFrame frame = new ZFrame(new byte[64]);
        ZNeedle writer = new ZNeedle(frame);
        writer.putNumber1(200);
        writer.putNumber2(65535);
        writer.putNumber4(-4);
        writer.putNumber8(Long.MIN_VALUE);
        writer.putShortString("short");
        writer.putLongString("long");
        writer.putBlock(new byte[] {1, 2, 3}, 2);
        writer.putList(List.of("a", "bc"));
        writer.putMap(Map.of("k", "v"));
        Expect.equal(
                "C8FFFFFFFFFFFC8000000000000000" + "0573686F7274" + "000000046C6F6E67" + "0102" + "0201610262630103"
                        + "6B3D76",
                frame.strhex().substring(0, 84));

        ZFrame large = new ZFrame(new byte[300]);
        new ZNeedle(large).putString("x".repeat(256));
        Expect.equal("x".repeat(256), new ZNeedle(large).getLongString());

        ZNeedle reader = new ZNeedle(frame);
        Expect.equal(200, reader.getNumber1());
        Expect.equal(65535, reader.getNumber2());
        Expect.equal(-4, reader.getNumber4());
        Expect.equal(Long.MIN_VALUE, reader.getNumber8());
        Expect.equal("short", reader.getShortString());
        Expect.equal("long", reader.getLongString());
        Expect.equal(new byte[] {1, 2}, reader.getBlock(2));
        Expect.equal(List.of("a", "bc"), reader.getList());
        Expect.equal(Map.of("k", "v"), reader.getMap());

        ZNeedle small = new ZNeedle(new ZFrame(new byte[3]));
        Expect.failure(IllegalArgumentException.class, () -> small.putNumber4(1));
        Expect.failure(IllegalArgumentException.class, small::getNumber8);
        Expect.failure(IllegalArgumentException.class, () -> small.putShortString("abc"));
        small.putShortString("ab");
        Expect.failure(IllegalArgumentException.class, small::getNumber1);
        ZNeedle other = new ZNeedle(frame);
        Expect.failure(IllegalArgumentException.class, () -> other.putMap(Map.of("a=", "b")));
    }
}
