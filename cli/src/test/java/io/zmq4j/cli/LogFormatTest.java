package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** How records are printed, whatever a publisher sends. */
class LogFormatTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T15:06:07.089012Z"), ZoneOffset.ofHours(2));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void furtherLinesAreIndentedAndControlCharactersEscaped() throws IOException {
        print(null, false, Message.of("a.INFO\u001b[2J", "  one\n\ttwo\r\nthree\u0007\u009b\n\n"));

        assertThat(printed()).isEqualTo("a.INFO\\x1b[2J | one\n    \ttwo\n    three\\x07\\x9b\n");
    }

    @Test
    void whatIsNoRecordIsPrintedAsOneAllTheSame() throws IOException {
        print(null, false, Message.of("alone"), Message.of("a", "b", "c"), Message.of(new byte[] {(byte) 0xFF}));

        assertThat(printed()).isEqualTo("alone | \na | b\tc\n\uFFFD | \n");
    }

    @Test
    void topicsAreAlignedPartByPart() throws IOException {
        print(null, true, Message.of("shop.INFO", "a"), Message.of("s.WARNING.tea", "b"), Message.of("s.INFO", "c"));

        assertThat(printed()).isEqualTo("shop.INFO | a\ns   .WARNING.tea | b\ns   .INFO   .    | c\n");
    }

    @Test
    void aLongTopicWidensNoColumnWithoutEnd() throws IOException {
        print(null, true, Message.of("x".repeat(100_000) + ".y".repeat(100_000), "a"));
        out.reset();
        print(null, true, Message.of("x".repeat(100_000), "a"), Message.of("z", "b"));

        assertThat(printed().lines().toList().get(1)).isEqualTo("z" + " ".repeat(39) + " | b");
    }

    @ParameterizedTest
    @CsvSource({
        "INFO, INFO",
        "shop.ERROR, ERROR",
        "shop.eu.CRITICAL.x, CRITICAL",
        "INFO.ERROR, INFO",
        "shop.NOTICE,",
        "shop.info,",
        "'',"
    })
    void theLevelIsTheFirstPartThatNamesOne(String topic, @Nullable LogLevel level) {
        assertThat(LogEntry.of(Message.of(topic, "x")).level()).isEqualTo(level);
    }

    @Test
    void aLevelOfAnotherNameMayBeAsSevere() {
        assertThat(LogEntry.of(Message.of("NOTICE", "x")).isAtLeast(LogLevel.CRITICAL))
                .isTrue();
        assertThat(LogEntry.of(Message.of("ERROR", "x")).isAtLeast(LogLevel.CRITICAL))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "%Y-%m-%d %H:%M:%S.%f, 2026-03-04 17:06:07.089012",
        "%F %T %z, 2026-03-04 17:06:07 +0200",
        "%a %A %b %B %y %j, Wed Wednesday Mar March 26 063",
        "%I:%M %p %Z, 05:06 PM +02:00",
        "100%% o'clock, 100% o'clock"
    })
    void datesAreAsStrftimeHasThem(String format, String expected) throws IOException {
        print(format, false, Message.of("INFO", "x"));

        assertThat(printed()).isEqualTo(expected + " INFO | x\n");
    }

    @Test
    void aDateFormatThatIsNoneIsRefused() {
        for (var format : List.of("%", "%Q", "%H:%")) {
            assertThatThrownBy(() -> new DateFormat().convert(format))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("after % one of % A B F H");
        }
    }

    private void print(@Nullable String dateFormat, boolean isAligned, Message... messages) throws IOException {
        var format = new LogFormat(
                CLOCK, dateFormat == null ? null : new DateFormat().convert(dateFormat), " | ", isAligned, false);
        for (var message : messages) {
            format.write(LogEntry.of(message), out);
        }
    }

    private String printed() {
        return out.toString(UTF_8);
    }
}
