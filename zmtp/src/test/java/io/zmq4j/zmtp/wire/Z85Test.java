package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Z85Test {
    @Test
    @DisplayName("RFC 32, \"Test Case\": the eight octets are HelloWorld")
    void isTheOneOfTheRfc() {
        byte[] bytes = HexFormat.of().parseHex("864fd26fb559f75b");

        assertThat(Z85.encode(bytes)).isEqualTo("HelloWorld");
        assertThat(Z85.decode("HelloWorld")).isEqualTo(bytes);
    }

    /** The keys in libzmq's manual of curve, octet by octet. */
    @Test
    void isTheOneOfLibzmqsKeys() {
        assertThat(Z85.decode("rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"))
                .isEqualTo(HexFormat.of().parseHex("54fcba24e93249969316fb617c872bb0c1d1ff14800427c594cbfacf1bc2d652"));
    }

    @Test
    void whatWasEncodedIsDecoded() {
        var random = new Random(9);
        for (int size = 0; size < 200; size += 4) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            assertThat(Z85.encode(bytes)).hasSize(size / 4 * 5).matches("[0-9a-zA-Z.:+=^!/*?&<>()\\[\\]{}@%$#-]*");
            assertThat(Z85.decode(Z85.encode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void theSmallestAndTheLargestAreDecoded() {
        assertThat(Z85.decode("00000")).containsExactly(0, 0, 0, 0);
        assertThat(Z85.decode("%nSc0")).containsExactly(-1, -1, -1, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abcd", "abcdef"})
    void aLengthThatIsNoMultipleOfFiveIsRefused(String text) {
        assertThatThrownBy(() -> Z85.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiples of 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\"e", "abcd ", "~bcde", "abcdé", "ab,de", "ab\0de", "abcd€"})
    void aCharacterOfNoAlphabetIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> Z85.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is none of Z85")
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%nSc1", "#####", "00000%nSc1"})
    void moreThanFourOctetsHoldIsRefused(String text) {
        assertThatThrownBy(() -> Z85.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void bytesAreEncodedByFours() {
        assertThatThrownBy(() -> Z85.encode(new byte[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiples of 4");
    }
}
