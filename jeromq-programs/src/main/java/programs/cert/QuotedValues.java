package programs.cert;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zeromq.ZConfig;
import programs.Expect;

/** A value with quotes is written so that others read it as well, and what CZMQ writes is read. */
public final class QuotedValues {
    private QuotedValues() {}

    public static void main(String[] args) throws Exception {
        ZConfig config = new ZConfig("root", null);
        config.putValue("said", "so \"true\"");
        StringWriter text = new StringWriter();
        config.save(text);
        Expect.equal(Expect.onJeroMq() ? "said = \"so \"true\"\"\n" : "said = 'so \"true\"'\n", text.toString());

        Path file = Files.createTempFile("quoted-values", ".zpl");
        try {
            Files.writeString(file, text.toString());
            Expect.equal("so \"true\"", ZConfig.load(file.toString()).getValue("said"));

            Files.write(file, List.of("commented = \"x\" # and why"));
            Expect.equal(
                    Expect.onJeroMq() ? "\"x\"" : "x",
                    ZConfig.load(file.toString()).getValue("commented"));

            Files.write(file, List.of("close=1"));
            if (Expect.onJeroMq()) {
                Expect.failure(ZConfig.ReadException.class, () -> ZConfig.load(file.toString()));
            } else {
                Expect.equal("1", ZConfig.load(file.toString()).getValue("close"));
            }
        } finally {
            Files.delete(file);
        }
    }
}
