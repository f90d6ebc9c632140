package org.zeromq.util;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZDataTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70, 71, 200})
    void linesOfTextAreCutAfter70Characters(int size) {
        String line = "> [%03d] %s%s".formatted(size, "x".repeat(Math.min(size, 70)), size > 70 ? "..." : "");
        assertThat(printed("x".repeat(size).getBytes(UTF_8))).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 35, 36})
    void linesInHexadecimalAreCutAfter70Characters(int size) {
        String line = "> [%03d] %s%s".formatted(size, "80".repeat(Math.min(size, 35)), size > 35 ? "..." : "");
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0x80);
        assertThat(printed(bytes)).isEqualTo(line);
    }

    private static String printed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        new ZData(bytes).print(new PrintStream(out, true, UTF_8), "> ");
        return out.toString(UTF_8).replace(System.lineSeparator(), "");
    }

    @Test
    void nullIsNoBytes() {
        var none = new ZData(null);
        none.print(System.out, "unused");
        assertThat(none).hasToString("").isEqualTo(new ZData(null)).isNotEqualTo(new ZData(new byte[0]));
        assertThat(none.streq("")).isFalse();
        assertThat(none.strhex()).isEmpty();
    }

    @Test
    void aDigestCanBeAskedInBetween() throws IOException {
        var digest = new ZDigest(new byte[1]);
        digest.update(new ByteArrayInputStream("ab".getBytes(UTF_8)));
        digest.string();
        digest.update("xc".getBytes(UTF_8), 1, 1);
        assertThat(digest.string()).isEqualTo("A9993E364706816ABA3E25717850C26C9CD0D89D");
        assertThat(digest.data()).hasSize(digest.size()).isEqualTo(digest.data());
    }

    @Test
    void propertiesAreReadFromText() {
        ZMetadata metadata = ZMetadata.read("\u0001A\0\0\0\u00011");
        assertThat(metadata.get("A")).isEqualTo("1");
        assertThat(ZMetadata.read("zzz")).isEqualTo(new ZMetadata());
        assertThat(ZMetadata.read((String) null)).isNull();
    }
}
