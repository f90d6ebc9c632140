package programs.cert;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.zeromq.ZConfig;
import programs.Expect;

/** A file in ZPL has comments, quotes of two kinds, and levels by indentation; what is none is told with its line. */
public final class ConfigFile {
    private ConfigFile() {}

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("config-file", ".zpl");
        try {
            Expect.equal(
                    Map.of(
                            "a",
                            "1",
                            "b",
                            "two words",
                            "c",
                            "# \"",
                            "d",
                            "it's",
                            "section/deeper/e.f-g_h",
                            "5",
                            "end",
                            ""),
                    load(
                            file,
                            "# a comment",
                            "1. A numbered heading",
                            "",
                            "a = 1   # behind",
                            "b = two words",
                            "c = '# \"'",
                            "d = \"it's\"",
                            "section",
                            "    deeper # no value",
                            "    # in between",
                            "        e.f-g_h = 5",
                            "end = \"\""));
            Expect.equal(Map.of("a", "2"), load(file, "a = 1", "a = 2"));
            Expect.equal(Map.of(), load(file));

            ZConfig.ReadException tooDeep =
                    Expect.failure(ZConfig.ReadException.class, () -> load(file, "a = 1", "b", "            c = 1"));
            Expect.equal(2, tooDeep.currentLineNumber);
            Expect.equal("            c = 1", tooDeep.currentLine);
            Expect.failure(ZConfig.ReadException.class, () -> load(file, "two names = 1"));
            Expect.failure(ZConfig.ReadException.class, () -> load(file, "= 1"));
            Expect.failure(ZConfig.ReadException.class, () -> load(file, "a", "\tb = 1"));
        } finally {
            Files.delete(file);
        }
        Expect.failure(FileNotFoundException.class, () -> ZConfig.load(file.toString()));
    }

    private static Map<String, String> load(Path file, String... lines) throws Exception {
        Files.write(file, java.util.List.of(lines));
        return ZConfig.load(file.toString()).getValues();
    }
}
