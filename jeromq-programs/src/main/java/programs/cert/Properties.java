package programs.cert;

import java.util.Map;
import org.zeromq.ZConfig;
import org.zeromq.util.ZDigest;
import org.zeromq.util.ZMetadata;
import programs.Expect;
import zmq.ZError;
import zmq.io.Metadata;

/** Properties of a peer are carried with the lengths of names and values before them. */
public final class Properties {
    private static final byte[] BYTES = {1, 'A', 0, 0, 0, 1, '1', 1, 'B', 0, 0, 0, 2, 'x', 'y'};

    private Properties() {}

    public static void main(String[] args) throws Exception {
        ZMetadata properties = new ZMetadata();
        properties.set("A", "1");
        Expect.equal(new byte[] {1, 'A', 0, 0, 0, 1, '1'}, properties.bytes());
        properties.set(new Metadata(Map.of("B", "xy")));
        Expect.equal("xy", properties.get("B"));
        Expect.equal(null, properties.get("C"));
        Expect.that(properties.containsKey("A") && properties.size() == 2, "two");
        properties.remove("B");
        Expect.equal(ZMetadata.read("\u0001A\0\0\0\u00011"), properties);
        Expect.equal(null, ZMetadata.read(""));

        Metadata read = new Metadata();
        Expect.equal(0, read.read(java.nio.ByteBuffer.wrap(BYTES), 0, null));
        Expect.equal(new Metadata(Map.of("A", "1", "B", "xy")), read);
        Expect.equal(5, new Metadata().read(java.nio.ByteBuffer.wrap(BYTES), 0, (name, value, text) -> 5));
        Expect.equal(ZError.EPROTO, new Metadata().read(java.nio.ByteBuffer.wrap(BYTES, 0, 14), 0, null));

        ZConfig config = new ZConfig("root", null);
        Expect.equal(null, ZMetadata.read(config));
        config.putValue("metadata/name", "Ann");
        Expect.equal("Ann", ZMetadata.read(config).get("name"));

        Expect.equal(
                "A9993E364706816ABA3E25717850C26C9CD0D89D",
                new ZDigest().update(new byte[] {'a', 'b', 'c'}).string());
        Expect.equal(20, new ZDigest().size());
    }
}
