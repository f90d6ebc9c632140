package io.zmq4j.zmtp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerInfoTest {
    private static PeerInfo peer(byte... routingId) {
        return new PeerInfo("DEALER", routingId, "3.1", "NULL", "joe\n", Map.of("Name", "a\nb"));
    }

    @Test
    void equalityIsByContent() {
        assertThat(peer((byte) 1)).isEqualTo(peer((byte) 1)).hasSameHashCodeAs(peer((byte) 1));
        assertThat(peer((byte) 1)).isNotEqualTo(peer((byte) 2)).isNotEqualTo(peer());
    }

    @Test
    void theTextIsOneLineWhateverThePeerSaid() {
        assertThat(peer((byte) 0, (byte) 'x'))
                .hasToString(
                        "PeerInfo[DEALER, routing id \"\\x00x\", ZMTP 3.1, mechanism NULL, user joe\\x0A, {Name=a\\x0Ab}]");
    }
}
