package programs.cert;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.zeromq.ZConfig;
import programs.Expect;

/** A configuration is a tree of values by their paths, and is the same when it was saved and loaded. */
public final class ConfigTree {
    private ConfigTree() {}

    public static void main(String[] args) throws Exception {
        ZConfig config = new ZConfig("root", null);
        ZConfig put = config.putValue("server/timeout", "100");
        Expect.equal("timeout", put.getName());
        config.putValue("/server/bind/endpoint", "tcp://*:5555");
        config.putValue("name", "it's me");
        Expect.equal("100", config.getValue("server/timeout"));
        Expect.equal("100", config.getValue("/server/timeout", "5"));
        Expect.equal("5", config.getValue("server/retries", "5"));
        Expect.equal(null, config.getValue("server/retries"));
        Expect.equal(null, config.getValue("server"));
        Expect.that(config.pathExists("server/bind") && !config.pathExists("client"), "paths");
        Expect.equal("server", config.getChild("server").getName());
        Expect.equal(null, config.getChild("client"));
        Map<String, String> values =
                Map.of("server/timeout", "100", "server/bind/endpoint", "tcp://*:5555", "name", "it's me");
        Expect.equal(values, config.getValues());
        Expect.equal(
                Map.of("endpoint", "tcp://*:5555"),
                config.getChild("server").getChild("bind").getValues());

        ZConfig other = new ZConfig("other", null);
        other.putValue("name", "somebody else");
        other.putValues(config);
        Expect.equal(values, other.getValues());

        ZConfig single = new ZConfig("root", null);
        single.addComment("made by hand");
        single.putValue("a/b", "1");
        StringWriter text = new StringWriter();
        single.save(text);
        Expect.equal("# made by hand\n\na\n    b = \"1\"\n", text.toString());

        Path directory = Files.createTempDirectory("config-tree");
        try {
            Path file = directory.resolve("below").resolve("config.zpl");
            Expect.equal(file.toFile(), config.save(file.toString()));
            Expect.equal(values, ZConfig.load(file.toString()).getValues());
            Files.delete(file);
            Files.delete(file.getParent());
        } finally {
            Files.delete(directory);
        }
    }
}
