package io.zmq4j.bridge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void hasPlaceAndPathAndSettings() {
        Address address = Address.parse("kafka://one:9092,two:9092/orders?key=frame:0&acks=all&x=%26+");
        assertThat(address.scheme()).isEqualTo("kafka");
        assertThat(address.place()).isEqualTo("one:9092,two:9092");
        assertThat(address.path()).isEqualTo("orders");
        assertThat(address.settings())
                .containsEntry("key", "frame:0")
                .containsEntry("acks", "all")
                .containsEntry("x", "&+");
    }

    @Test
    void hasTheTransportBehindAPlus() {
        Address address = Address.parse("PULL+ipc:///run/app.ipc?bind");
        assertThat(address.scheme()).isEqualTo("pull");
        assertThat(address.transport()).isEqualTo("ipc");
        assertThat(address.place()).isEmpty();
        assertThat(address.path()).isEqualTo("run/app.ipc");
        assertThat(address.setting("bind")).hasValue("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "://x", "pull:x", "kafka://h/t?a=1&a=2", "kafka://h/t?a=%zz"})
    void whatIsNoAddressIsToldWithItsText(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void aSettingThatNobodyKnowsIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> Address.parse("kafka://h/t?kye=1").allow(Set.of("key"), name -> false))
                .hasMessage("\"kye\" in kafka://h/t?kye=1 is no setting: there are [key]");
    }

    @Test
    void numbersAndTimesAreChecked() {
        Address address = Address.parse("x://y?a=5&b=2s&c=7x&d=-1");
        assertThat(address.number("a", 1, 9)).hasValue(5);
        assertThat(address.duration("b")).hasValue(Duration.ofSeconds(2));
        assertThatThrownBy(() -> address.duration("c")).hasMessageContaining("c is \"7x\"");
        assertThatThrownBy(() -> address.number("d", 0, 9)).hasMessageContaining("from 0 to 9");
    }

    @ParameterizedTest
    @CsvSource({"source,K", "none,", "frame:1,two", "frame:2,", "prefix:.,a", "text:c,c"})
    void theKeyIsWhatTheRuleSays(String rule, String key) {
        var record = new BridgeRecord(new byte[] {'K'}, Message.of("a.b", "two"), List.of(), 0, () -> "r", null);
        byte[] actual = KeyRule.of(Address.parse("x://y?key=" + rule)).keyOf(record);
        assertThat(actual).isEqualTo(key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame", "frame:", "frame:-1", "prefix:", "prefix:ab", "ferme:0"})
    void aRuleThatIsNoneIsTold(String rule) {
        assertThatThrownBy(() -> KeyRule.of(Address.parse("x://y?key=" + rule)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key is \"" + rule + "\"");
    }
}
