package zmq.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import zmq.Msg;
import zmq.ZError;

class MetadataTest {
    private static final byte[] BYTES = {1, 'A', 0, 0, 0, 1, '1', 1, 'B', 0, 0, 0, 2, 'x', 'y'};

    @Test
    void writtenIsWhatIsRead() {
        var metadata = new Metadata(Map.of("A", "1", "B", "xy"));
        var read = new Metadata();
        assertThat(read.read(new Msg(metadata.bytes()), 0, null)).isZero();
        assertThat(read).isEqualTo(metadata).hasSameHashCodeAs(metadata);
        assertThat(metadata.bytes()).hasSize(BYTES.length);
        var fromProperties = new Properties();
        fromProperties.setProperty("A", "1");
        assertThat(new Metadata(fromProperties).bytes()).containsExactly(1, 'A', 0, 0, 0, 1, '1');
    }

    @Test
    void whatIsCutOffIsAnError() {
        for (int length = 0; length < BYTES.length; length++) {
            int code = new Metadata().read(ByteBuffer.wrap(Arrays.copyOf(BYTES, length)), 0, null);
            assertThat(code).isEqualTo(length == 0 || length == 7 ? 0 : ZError.EPROTO);
        }
    }

    @Test
    void lyingLengthsTakeNoMemory() {
        for (int first : new int[] {0x7F, 0xFF, 0x80}) {
            var bytes = new byte[] {1, 'A', (byte) first, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'x'};
            assertThat(new Metadata().read(ByteBuffer.wrap(bytes), 0, null)).isEqualTo(ZError.EPROTO);
        }
        assertThat(new Metadata().read(ByteBuffer.wrap(new byte[5]), 0, null)).isEqualTo(ZError.EPROTO);
    }

    @Test
    void aListenerSeesPropertiesAndEndsTheReading() {
        List<String> seen = new ArrayList<>();
        var metadata = new Metadata();
        int code = metadata.read(ByteBuffer.wrap(BYTES), 0, (name, value, text) -> {
            seen.add(name + value.length + text);
            return name.equals("B") ? 5 : 0;
        });
        assertThat(code).isEqualTo(5);
        assertThat(seen).containsExactly("A11", "B2xy");
        assertThat(metadata.entrySet()).containsExactly(Map.entry("A", "1"));
        assertThat(metadata.read(ByteBuffer.wrap(BYTES), 7, null)).isZero();
        assertThat(metadata.keySet()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void nullIsAnEmptyValueAndNamesHaveALimit() {
        var metadata = new Metadata();
        metadata.put("k", null);
        assertThat(metadata.get("k")).isEmpty();
        metadata.put("n".repeat(256), "v");
        assertThatThrownBy(metadata::bytes).isInstanceOf(IllegalStateException.class);
    }
}
