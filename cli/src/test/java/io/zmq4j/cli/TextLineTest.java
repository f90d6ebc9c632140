package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLineTest {
    @Test
    void framesAreSeparatedByOneTab() throws IOException {
        assertThat(line(Message.of("topic", "", "text"))).isEqualTo("topic\t\ttext");
    }

    @Test
    void anEmptyMessageIsAnEmptyLine() throws IOException {
        assertThat(line(Message.empty())).isEmpty();
    }

    @Test
    void validUtf8IsPrintedAsItIs() throws IOException {
        assertThat(line(Message.of("grün 中文 😀 ~"))).isEqualTo("grün 中文 😀 ~");
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        assertThat(line(Message.of("a\tb\nc\r\u0000\u001b[31m\u007f")))
                .isEqualTo("a\\x09b\\x0ac\\x0d\\x00\\x1b[31m\\x7f");
    }

    @Test
    void controlCharactersAboveAsciiAreEscapedToo() throws IOException {
        assertThat(line(Message.of("\u009b31m"))).isEqualTo("\\xc2\\x9b31m");
    }

    @Test
    void invalidUtf8IsEscapedByteByByte() throws IOException {
        byte[] frame = bytes(
                0xFF, 'a', // never a first byte
                0xC3, 'b', // ends too early
                0xC0, 0xAF, // overlong /
                0xE0, 0x80, 0xAF, // overlong /
                0xED, 0xA0, 0x80, // a surrogate
                0xF4, 0x90, 0x80, 0x80, // above U+10FFFF
                0xF0, 0x9F, 0x98); // cut off by the end
        assertThat(line(Message.of(frame)))
                .isEqualTo("\\xffa\\xc3b\\xc0\\xaf\\xe0\\x80\\xaf\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80\\xf0\\x9f\\x98");
    }

    @Test
    void aBackslashIsABackslashUnlessItWouldReadAsAnEscape() throws IOException {
        assertThat(line(Message.of("C:\\xyz \\n \\"))).isEqualTo("C:\\xyz \\n \\");
        assertThat(line(Message.of("\\x41"))).isEqualTo("\\x5cx41");
    }

    @Test
    void aLineIsReadBackAsTheMessageItWas() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var frames = new byte[1 + random.nextInt(3)][];
            for (int f = 0; f < frames.length; f++) {
                frames[f] = new byte[random.nextInt(12)];
                for (int b = 0; b < frames[f].length; b++) {
                    // Mostly what escapes are made of.
                    frames[f][b] = random.nextBoolean()
                            ? (byte) "\\x4a1\t\nz".charAt(random.nextInt(8))
                            : (byte) random.nextInt();
                }
            }
            var message = Message.of(frames);
            var line = line(message);
            assertThat(line).doesNotContain("\n");
            assertThat(TextLine.parse(line.getBytes(UTF_8))).isEqualTo(message);
        }
    }

    @Test
    void hexDigitsOfEitherCaseAreRead() {
        assertThat(TextLine.parse("\\xfF\\xFg".getBytes(UTF_8)))
                .isEqualTo(Message.of(bytes(0xFF, '\\', 'x', 'F', 'g')));
    }

    private static String line(Message message) throws IOException {
        var out = new ByteArrayOutputStream();
        TextLine.write(message, out);
        return out.toString(UTF_8);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
