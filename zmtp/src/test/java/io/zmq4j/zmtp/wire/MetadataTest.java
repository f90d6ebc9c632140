package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetadataTest {
    /** A length is one octet: another name would be encoded as something else. */
    @Test
    void aNameThatCannotBeEncodedIsRefusedAndNotKept() {
        var metadata = new Metadata();
        for (String name : new String[] {"", "x".repeat(256)}) {
            assertThatThrownBy(() -> metadata.put(name, new byte[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name.length() + " characters, allowed are 1 to 255");
        }
        assertThat(metadata.encode()).isEmpty();
    }
}
