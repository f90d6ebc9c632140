package programs.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.zeromq.ZFrame;
import org.zeromq.ZMsg;
import org.zeromq.util.ZData;
import programs.Expect;

/** Frames are shown with their sizes, as text if they are, else in hexadecimal. */
public final class DumpedMessage {
    private static final byte[] BINARY = {0, 1, (byte) 171};

    private DumpedMessage() {}

    public static void main(String[] args) throws Exception {
        ZMsg message = ZMsg.newStringMsg("hello", "", "x".repeat(100));
        message.add(BINARY);
        StringBuilder dumped = new StringBuilder();
        Expect.that(message.dump(dumped) == message, "dump gives the message");
        Expect.equal(
                "--------------------------------------\n[005] hello\n[000] \n[100] " + "x".repeat(100)
                        + "\n[003] 0001AB\n",
                dumped.toString());

        Expect.equal("0001AB", new ZFrame(BINARY).strhex());
        Expect.equal("68656C6C6F", new ZFrame("hello").strhex());
        Expect.equal("C3A9", new ZFrame("\u00e9").toString());
        Expect.equal("\u00e9", new ZFrame("\u00e9").getString(StandardCharsets.UTF_8));
        Expect.equal("", new ZFrame((byte[]) null).toString());

        Expect.equal("> [005] hello\n", printed("> ", "hello".getBytes(StandardCharsets.UTF_8)));
        Expect.equal("> [003] 0001AB\n", printed("> ", BINARY));
        Expect.equal(
                "[071] " + "x".repeat(70) + "...\n",
                printed(null, "x".repeat(71).getBytes(StandardCharsets.UTF_8)));
        Expect.equal("[036] " + "00".repeat(35) + "...\n", printed("", new byte[36]));
    }

    private static String printed(String prefix, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZData.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), prefix, data, data.length);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
