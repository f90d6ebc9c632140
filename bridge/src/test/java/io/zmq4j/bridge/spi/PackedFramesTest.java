package io.zmq4j.bridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFramesTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void eachFrameStandsBehindItsLength() {
        var message = Message.of("ab", "", "c");
        byte[] packed = bytes("00000002" + "6162" + "00000000" + "00000001" + "63");
        assertThat(PackedFrames.pack(message)).isEqualTo(packed);
        assertThat(PackedFrames.unpack(packed)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000001", "0000000261", "ffffffff", "7fffffff00", "000000016100"})
    void whatIsNothingOfThatIsToldAndAllocatesNothingByLength(String hex) {
        assertThatThrownBy(() -> PackedFrames.unpack(bytes(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body");
    }
}
