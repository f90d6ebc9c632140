package programs.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.HexFormat;
import org.zeromq.ZMsg;
import programs.Expect;

/** A message is saved as the number of its frames, and each frame with its length before it; what is cut off is not loaded. */
public final class SavedMessage {
    private SavedMessage() {}

    public static void main(String[] args) throws Exception {
        ZMsg message = ZMsg.newStringMsg("hello", "");
        message.add(new byte[] {0, (byte) 255});
        Expect.equal("000000030000000568656c6c6f000000000000000200ff", saved(message));
        Expect.equal("00000000", saved(new ZMsg()));
        Expect.equal(message, loaded(saved(message)));
        Expect.equal(new ZMsg(), loaded("00000000"));
        Expect.equal(ZMsg.newStringMsg("A"), loaded("0000000100000001" + "41" + "ffff"));

        Expect.equal(null, loaded(""));
        Expect.equal(null, loaded("0000"));
        Expect.equal(null, loaded("00000002000000024142"));
        Expect.equal(null, ZMsg.load(null));
        Expect.equal(false, ZMsg.save(null, new DataOutputStream(new ByteArrayOutputStream())));
    }

    private static String saved(ZMsg message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Expect.that(ZMsg.save(message, new DataOutputStream(bytes)), "save");
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static ZMsg loaded(String hex) {
        return ZMsg.load(
                new DataInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex))));
    }
}
