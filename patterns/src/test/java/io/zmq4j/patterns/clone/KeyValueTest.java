package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 12, bytes. */
class KeyValueTest {
    private static final byte[] UUID_BYTES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static Message kvset(byte[] key, byte[] sequence, byte[] uuid, byte[] properties, byte[] value) {
        return Message.of(key, sequence, uuid, properties, value);
    }

    @Test
    void aCommandIsFiveFrames() {
        var message = kvset(
                ascii("/a/b"), new byte[] {0, 0, 0, 0, 0, 0, 1, 2}, UUID_BYTES, ascii("ttl=30\n"), ascii("value"));

        var read = KeyValue.of(message, 0).orElseThrow();

        assertThat(read.key()).isEqualTo("/a/b");
        assertThat(read.sequence()).isEqualTo(258);
        assertThat(read.id()).contains(new UUID(0x0001020304050607L, 0x08090A0B0C0D0E0FL));
        assertThat(TimeToLive.of(read.properties())).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.value().text()).isEqualTo("value");
        assertThat(read.message()).isEqualTo(message);
    }

    @Test
    void aHugzIsEightTimesZeroAndNothingElse() {
        assertThat(Chp.HUGZ_MESSAGE)
                .isEqualTo(kvset(ascii("HUGZ"), new byte[8], new byte[0], new byte[0], new byte[0]));
    }

    @Test
    void questionAndEndOfASnapshotNameTheSubtree() {
        assertThat(Chp.askFor("/a/")).isEqualTo(Message.of("ICANHAZ?", "/a/"));
        assertThat(Chp.end(7, Message.of("/a/").first()))
                .isEqualTo(kvset(
                        ascii("KTHXBAI"), new byte[] {0, 0, 0, 0, 0, 0, 0, 7}, new byte[0], new byte[0], ascii("/a/")));
    }

    @Test
    void anEntryOfASnapshotHasNeitherIdNorProperties() {
        var entry = KeyValue.update("k", Message.of("v").first(), TimeToLive.properties(Duration.ofSeconds(1)))
                .withSequence(3);

        assertThat(Chp.sync(entry))
                .isEqualTo(
                        kvset(ascii("k"), new byte[] {0, 0, 0, 0, 0, 0, 0, 3}, new byte[0], new byte[0], ascii("v")));
    }

    @Test
    void whatHasAnotherShapeIsNone() {
        byte[] none = {};
        byte[] number = new byte[8];
        assertThat(KeyValue.of(Message.of(none, number, none, none), 0)).isEmpty();
        assertThat(KeyValue.of(Message.of(none, number, none, none, none, none), 0))
                .isEmpty();
        assertThat(KeyValue.of(kvset(none, new byte[7], none, none, none), 0)).isEmpty();
        assertThat(KeyValue.of(kvset(none, number, new byte[15], none, none), 0))
                .isEmpty();
        assertThat(KeyValue.of(kvset(new byte[256], number, none, none, none), 0))
                .isEmpty();
        assertThat(KeyValue.of(kvset(none, number, none, new byte[4097], none), 0))
                .isEmpty();
        assertThat(KeyValue.of(kvset(new byte[] {(byte) 0xC3, 0x28}, number, none, none, none), 0))
                .as("a key that is no UTF-8")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ttl=30, PT30S", "ttl=0.5, PT0.5S", "ttl=0, PT0S", "ttl=4.000000, PT4S", "name=value, PT0S"})
    void aTimeToLiveIsSeconds(String line, Duration time) {
        assertThat(TimeToLive.of(Message.of("a=b\n" + line + "\n").first())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl=-1", "ttl=", "ttl=1e9", "ttl=NaN", "ttl=1234567890", "ttl=1.0000000001", "ttl= 1"})
    void whatIsNoNumberOfSecondsIsAnError(String line) {
        assertThatThrownBy(() -> TimeToLive.of(Message.of(line + "\n").first()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeToLiveIsWrittenAsShortAsItIs() {
        assertThat(TimeToLive.properties(Duration.ofSeconds(30)).text()).isEqualTo("ttl=30\n");
        assertThat(TimeToLive.properties(Duration.ofMillis(1500)).text()).isEqualTo("ttl=1.5\n");
        assertThat(TimeToLive.properties(Duration.ofNanos(1)).text()).isEqualTo("ttl=0.000000001\n");
        assertThat(TimeToLive.properties(Duration.ofSeconds(100)).text()).isEqualTo("ttl=100\n");
        assertThat(TimeToLive.properties(Duration.ZERO).isEmpty()).isTrue();
    }

    @Test
    void threePortsInARowOrThreeThatAreFree() {
        assertThat(CloneEndpoints.of("tcp://*:5556"))
                .isEqualTo(new CloneEndpoints("tcp://*:5556", "tcp://*:5557", "tcp://*:5558"));
        assertThat(CloneEndpoints.of("tcp://[::1]:*"))
                .isEqualTo(new CloneEndpoints("tcp://[::1]:*", "tcp://[::1]:*", "tcp://[::1]:*"));
        for (var bad : new String[] {"ipc:///tmp/x", "tcp://host", "tcp://host:0", "tcp://host:65534", "tcp://:5"}) {
            assertThatThrownBy(() -> CloneEndpoints.of(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bad);
        }
    }
}
