package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aLineEndsAtItsNewline() throws IOException {
        assertThat(all("a\n\nbc\n")).containsExactly("a", "", "bc");
    }

    @Test
    void theLastLineNeedsNoNewline() throws IOException {
        assertThat(all("a\nb")).containsExactly("a", "b");
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(all("")).isEmpty();
    }

    @Test
    void linesAcrossManyReadsAreWhole() throws IOException {
        assertThat(all(new OneByteAtATime("one\ntwo\nthree"))).containsExactly("one", "two", "three");
    }

    @Test
    void aLineLongerThanTheBufferIsWhole() throws IOException {
        var longLine = "x".repeat(300_000);
        assertThat(all("a\n" + longLine + "\nb\n")).containsExactly("a", longLine, "b");
    }

    @Test
    void manyLinesComeInOrder() throws IOException {
        var text = new StringBuilder();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 50_000; i++) {
            text.append("task ").append(i).append('\n');
            expected.add("task " + i);
        }
        assertThat(all(text.toString())).isEqualTo(expected);
    }

    @Test
    void theRestIsEverythingOnce() throws IOException {
        var lines = new Lines(new ByteArrayInputStream("a\nb\n".getBytes(UTF_8)));
        assertThat(lines.rest()).isEqualTo("a\nb\n".getBytes(UTF_8));
        assertThat(lines.rest()).isNull();
    }

    private static List<String> all(String text) throws IOException {
        return all(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<String> all(InputStream in) throws IOException {
        var lines = new Lines(in);
        var all = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(new String(line, UTF_8));
        }
        return all;
    }

    private static final class OneByteAtATime extends ByteArrayInputStream {
        OneByteAtATime(String text) {
            super(text.getBytes(UTF_8));
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, 1);
        }
    }
}
