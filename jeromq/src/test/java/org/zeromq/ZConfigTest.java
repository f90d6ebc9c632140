package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZConfigTest {
    @TempDir
    Path directory;

    private ZConfig load(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file.zpl"), text);
        return ZConfig.load(file.toString());
    }

    private static String saved(ZConfig config) throws IOException {
        var text = new StringWriter();
        config.save(text);
        return text.toString();
    }

    private static ZConfig config() {
        return new ZConfig("root", null);
    }

    @Test
    void valuesAreFoundByTheirPaths() {
        ZConfig config = config();
        assertThat(config.putValue("/a/b/c", "1").getName()).isEqualTo("c");
        assertThat(config.getValue("a/b/c")).isEqualTo("1");
        assertThat(config.getValue("a//b/c/", "default")).isEqualTo("1");
        assertThat(config.getValue("a/b", "default")).isNull();
        assertThat(config.getValue("a/x", "default")).isEqualTo("default");
        assertThat(config.pathExists("a/b")).isTrue();
        assertThat(config.getChild("a").getChild("b").getValues()).isEqualTo(Map.of("c", "1"));
    }

    @Test
    void orderStays() throws IOException {
        ZConfig config = config();
        for (String name : new String[] {"z", "k1", "a", "Z"}) {
            config.putValue(name, name);
        }
        assertThat(config.getValues().keySet()).containsExactly("z", "k1", "a", "Z");
        assertThat(load(saved(config)).getValues().keySet()).containsExactly("z", "k1", "a", "Z");
    }

    @Test
    void aValueMayHaveOthersBelow() throws IOException {
        ZConfig config = config();
        config.putValue("a", "1");
        config.putValue("a/b", "2");
        config.putValue("c", "3");
        assertThat(saved(config)).isEqualTo("a = \"1\"\n    b = \"2\"\nc = \"3\"\n");
        assertThat(load(saved(config)).getValues()).isEqualTo(config.getValues());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x y",
                "x\"y",
                "it's",
                "both \" and '",
                "#",
                "x # y",
                "=",
                "\"quoted\"",
                "'quoted'",
                "\u00e9",
                "\\",
                "\t"
            })
    void eachValueComesBack(String value) throws IOException {
        ZConfig config = config();
        config.putValue("a/b", value);
        assertThat(load(saved(config)).getValue("a/b")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = 1 | 1",
                "a=1 | 1",
                "a   =   1   | 1",
                "a = 1 # c | 1",
                "a = 1#c | 1",
                "a = \"1\" # \"c\" | 1",
                "a = '1 # c' | 1 # c",
                "a = \"it's\" | it's",
                "a = \"x\"y\" | x\"y",
                "a = \"open | \"open",
                "a = 1 = 2 | 1 = 2",
                "a = | ``",
                "a = # c | ``",
            })
    void valuesAreReadInEachNotation(String line, String value) throws IOException {
        assertThat(load(line).getValue("a")).isEqualTo(value);
    }

    @Test
    void levelsAreFourSpacesDeep() throws IOException {
        assertThat(load("a\n    b\n        c = 1\n    # between\n\n    d = 2\r\ne = 3")
                        .getValues())
                .isEqualTo(Map.of("a/b/c", "1", "a/d", "2", "e", "3"));
        assertThat(load("a\n  b = 1\nc\n      d = 2").getValues()).isEqualTo(Map.of("b", "1", "c/d", "2"));
        assertThat(load("a = 1\na = 2\nb/c = 3\nb/d = 4").getValues())
                .isEqualTo(Map.of("a", "2", "b/c", "3", "b/d", "4"));
        assertThat(load("a = 1\na/b = 2").getValues()).isEqualTo(Map.of("a", "1", "a/b", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    a",
                "a\n        b",
                "= 1",
                "a b",
                "a: 1",
                "\u00e9 = 1",
                "\ta",
                "a\n    \tb",
                "/",
                "/a",
                "a//b",
                "\0"
            })
    void whatIsNoZplIsToldWithoutItsText(String text) {
        String last = text.substring(text.indexOf('\n') + 1);
        assertThatThrownBy(() -> load(text)).isInstanceOfSatisfying(ZConfig.ReadException.class, e -> {
            assertThat(e.currentLine).isEqualTo(last);
            assertThat(e.currentLineNumber).isEqualTo(text.contains("\n") ? 1 : 0);
        });
        assertThatThrownBy(() -> load("secret-key: D:)Q[IlAW!")).hasMessageNotContaining("IlAW");
    }

    @Test
    void aFileThatGoesDeeperAndDeeperIsRefused() {
        var text = new StringBuilder();
        for (int level = 0; level < 5000; level++) {
            text.append(" ".repeat(4 * level)).append("a\n");
        }
        assertThatThrownBy(() -> load(text.toString())).isInstanceOf(ZConfig.ReadException.class);
    }

    @Test
    void whatCouldNotBeReadIsNotWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("kept.zpl"), "kept");
        for (String[] pair :
                new String[][] {{"a b", "1"}, {"a#", "1"}, {"\u00e9", "1"}, {"a", "two\nlines"}, {"a", "1\r"}}) {
            ZConfig config = config();
            config.putValue(pair[0], pair[1]);
            assertThatIllegalArgumentException().isThrownBy(() -> config.save(file.toString()));
        }
        assertThat(file).hasContent("kept");
    }

    @Test
    void commentsAreWrittenInFront() throws IOException {
        ZConfig config = config();
        config.addComment("two\nlines");
        config.putValue("a/b", "1");
        config.getChild("a").addComment("of a");
        assertThat(saved(config)).isEqualTo("# two\n# lines\n\n# of a\n\na\n    b = \"1\"\n");
        assertThat(load(saved(config)).getValues()).isEqualTo(Map.of("a/b", "1"));
    }

    @Test
    void directoriesAreMadeAndFilesReplaced() throws IOException {
        String file = directory.resolve("new").resolve("file").toString();
        ZConfig config = config();
        config.putValue("a", "1");
        config.save(file);
        config.putValue("a", "2");
        assertThat(config.save(file)).hasContent("a = \"2\"");
        assertThatThrownBy(() -> config.save(directory.toString())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ZConfig.load(directory.toString())).isInstanceOf(IOException.class);
    }
}
