package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    @Test
    void aMessageIsAnArrayOfItsFrames() throws IOException {
        assertThat(line(Message.of("topic", "", "grün 😀"))).isEqualTo("[\"topic\",\"\",\"grün 😀\"]");
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() throws IOException {
        assertThat(line(Message.of("\"\\\n\r\t\u0000\u007f\u009b")))
                .isEqualTo("[\"\\\"\\\\\\n\\r\\t\\u0000\\u007f\\u009b\"]");
    }

    @Test
    void anInvalidByteIsTheCharacterOfItsNumber() throws IOException {
        assertThat(line(Message.of(new byte[] {(byte) 0xFF, 'a', (byte) 0xC2}))).isEqualTo("[\"\\u00ffa\\u00c2\"]");
    }

    @Test
    void textIsReadBackAsItWas() throws IOException {
        var message = Message.of("", "a\"b\\c\n\t\u0001\u009b", "grün 😀");
        assertThat(JsonLine.parse(line(message).getBytes(UTF_8))).isEqualTo(message);
    }

    @Test
    void anyJsonArrayOfStringsIsRead() throws IOException {
        assertThat(JsonLine.parse(" [ \"\\u00e9\\/\\b\\f\" , \"\\ud83d\\ude00\" ] ".getBytes(UTF_8)))
                .isEqualTo(Message.of("é/\b\f", "😀"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "[1]",
                "\"a\"",
                "[\"a\"",
                "[\"a\",]",
                "[\"a\"]x",
                "[\"\\q\"]",
                "[\"\\u12\"]",
                "[\"\\u12x4\"]",
                "[\"a",
                "[\"\u0001\"]",
                "[[\"a\"]]"
            })
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> JsonLine.parse(line.getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an array of one or more strings is allowed");
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        assertThatThrownBy(() -> JsonLine.parse(new byte[] {'[', '"', (byte) 0xFF, '"', ']'}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not valid UTF-8");
        assertThatThrownBy(() -> JsonLine.parse("[\"\\ud83d\"]".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not valid UTF-8");
    }

    private static String line(Message message) throws IOException {
        var out = new ByteArrayOutputStream();
        JsonLine.write(message, out);
        return out.toString(UTF_8);
    }
}
