package io.zmq4j.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.bridge.spi.Start;
import io.zmq4j.message.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @Test
    void saysFromWhereOn() {
        assertThat(Request.parse(Message.of("beginning")).start()).isEqualTo(new Start.Beginning());
        assertThat(Request.parse(Message.of("end")).start()).isEqualTo(new Start.End());
        assertThat(Request.parse(Message.of("offset:17")).start()).isEqualTo(new Start.Offset(17));
        assertThat(Request.parse(Message.of("time:1970-01-01T00:00:01.5Z")).start())
                .isEqualTo(new Start.Time(1500));
        assertThat(Request.parse(Message.of("after:")).start()).isEqualTo(new Start.After(Map.of()));
        assertThat(Request.parse(Message.of("after:a@b-0@17 t-1@0")).start())
                .isEqualTo(new Start.After(Map.of("a@b-0", 17L, "t-1", 0L)));
    }

    @Test
    void wantsWhatBeginsWithItsPrefixOrAllWithoutOne() {
        Request some = Request.parse(Message.of("beginning", "wea"));
        assertThat(some.wants(Message.of("weather", "sun"))).isTrue();
        assertThat(some.wants(Message.of("we", "weather"))).isFalse();
        assertThat(Request.parse(Message.of("beginning")).wants(Message.empty()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Beginning",
                "offset:",
                "offset:-1",
                "offset:1x",
                "offset:99999999999999999999",
                "time:yesterday",
                "after:t-0",
                "after:@1",
                "after:t-0@1 t-1",
                "after: t-0@1",
                "after:t-0@99999999999999999999",
                "time:+1000000000-12-31T00:00:00Z",
                "\ufffd\u0000"
            })
    void aPlaceThatIsNoneIsToldWithThoseThatThereAre(String text) {
        assertThatThrownBy(() -> Request.parse(Message.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"" + text + "\" is no place to start from", "offset:N");
    }

    @Test
    void bytesThatAreNoTextAreNoPlace() {
        assertThatThrownBy(() -> Request.parse(Message.of(new byte[] {(byte) 0xff, 0})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanTwoFramesAreNoRequest() {
        assertThatThrownBy(() -> Request.parse(Message.of("beginning", "a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 frames");
    }
}
