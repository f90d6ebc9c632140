package org.zeromq.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZFrame;

class ZNeedleTest {
    private static ZNeedle of(String hex) {
        return new ZNeedle(new ZFrame(HexFormat.of().parseHex(hex)));
    }

    private static String written(int size, Consumer<ZNeedle> writer) {
        var frame = new ZFrame(new byte[size]);
        writer.accept(new ZNeedle(frame));
        return frame.strhex();
    }

    @Test
    void numbersAreBigEndianAndCutToTheirSize() {
        assertThat(written(2, needle -> needle.putNumber1(0x1FF))).isEqualTo("FF00");
        assertThat(written(2, needle -> needle.putNumber2(0x10102))).isEqualTo("0102");
        assertThat(written(4, needle -> needle.putNumber4(0x01020304))).isEqualTo("01020304");
        assertThat(written(8, needle -> needle.putNumber8(-2))).isEqualTo("FFFFFFFFFFFFFFFE");
        assertThat(of("ff").getNumber1()).isEqualTo(255);
        assertThat(of("fffe").getNumber2()).isEqualTo(65534);
        assertThat(of("fffffffe").getNumber4()).isEqualTo(-2);
        assertThat(of("fffffffffffffffe").getNumber8()).isEqualTo(-2);
    }

    @Test
    void lengthsOfTextsAreThoseOfTheirBytes() {
        assertThat(written(4, needle -> needle.putShortString("\u00e9"))).isEqualTo("02C3A900");
        assertThat(written(7, needle -> needle.putLongString("\u00e9"))).isEqualTo("00000002C3A900");
        assertThat(of("02c3a9").getShortString()).isEqualTo("\u00e9");
        assertThat(of("00000002c3a9").getLongString()).isEqualTo("\u00e9");
        assertThat(written(260, needle -> needle.putString("\u00e9".repeat(128))))
                .startsWith("00000100C3A9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(600, needle -> needle.putShortString("\u00e9".repeat(128))));
    }

    @Test
    void listsAndMapsHaveTheirNumbersInAByte() {
        assertThat(written(6, needle -> needle.putList(List.of("a", "bc")))).isEqualTo("020161026263");
        assertThat(written(5, needle -> needle.putMap(Map.of("a", "b")))).isEqualTo("0103613D62");
        assertThat(written(1, needle -> needle.putList(null))).isEqualTo("00");
        assertThat(written(1, needle -> needle.putMap(null))).isEqualTo("00");
        assertThat(of("020161026263").getList()).containsExactly("a", "bc");
        assertThat(of("0105613d623d63").getMap()).containsExactly(Map.entry("a", "b=c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(1000, needle -> needle.putList(Collections.nCopies(256, "a"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(100, needle -> needle.putMap(Map.of("a", "b=c"))));
        assertThatIllegalArgumentException().isThrownBy(() -> of("010161").getMap());
    }

    static Stream<Consumer<ZNeedle>> readers() {
        return Stream.of(
                ZNeedle::getNumber1,
                ZNeedle::getNumber2,
                ZNeedle::getNumber4,
                ZNeedle::getNumber8,
                ZNeedle::getShortString,
                ZNeedle::getLongString,
                ZNeedle::getString,
                ZNeedle::getList,
                ZNeedle::getMap,
                needle -> needle.getBlock(1),
                needle -> needle.getBlock(-1),
                needle -> needle.putNumber1(1),
                needle -> needle.putShortString(""),
                needle -> needle.putBlock(new byte[3], 1));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void anEmptyFrameIsTold(Consumer<ZNeedle> reader) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.accept(of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffff41", "ffffffff41", "8000000041", "0000000241"})
    void aLengthThatIsNotThereTakesNoMemory(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(hex).getLongString());
        assertThatIllegalArgumentException().isThrownBy(() -> {
            ZNeedle needle = of(hex);
            needle.getBlock(needle.getNumber4());
        });
    }

    @Test
    void writesIntoTheFramesOwnArray() {
        byte[] array = {1, 2};
        var needle = new ZNeedle(new ZFrame(array));
        needle.getNumber1();
        needle.putNumber1(9);
        assertThat(array).containsExactly(1, 9);
        assertThat(needle).hasToString("ZNeedle [position=2, ceiling=2]");
    }
}
