package io.zmq4j.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How messages stand in datagrams, in bytes. */
class LayoutTest {
    private static final InetSocketAddress SOMEBODY = new InetSocketAddress(address("10.0.0.7"), 5555);

    private final ByteBuffer buffer = ByteBuffer.allocate(Layout.LARGEST);

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] put() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Nested
    class OfGroups {
        private final Layout layout = new GroupLayout(SOMEBODY);

        private @Nullable Message get(int... bytes) {
            var datagram = ByteBuffer.allocate(bytes.length);
            for (int each : bytes) {
                datagram.put((byte) each);
            }
            return layout.get(datagram.flip(), SOMEBODY);
        }

        @Test
        void theGroupStandsBehindItsLength() {
            assertThat(layout.put(Message.of("ab", "xyz"), buffer)).isEqualTo(SOMEBODY);
            assertThat(put()).isEqualTo(new byte[] {2, 'a', 'b', 'x', 'y', 'z'});
            assertThat(get(2, 'a', 'b', 'x', 'y', 'z')).isEqualTo(Message.of("ab", "xyz"));
        }

        @Test
        void bothMayBeEmpty() {
            layout.put(Message.of("", ""), buffer);
            assertThat(put()).isEqualTo(new byte[] {0});
            assertThat(get(0)).isEqualTo(Message.of("", ""));
            assertThat(get(1, 'a')).isEqualTo(Message.of("a", ""));
        }

        @Test
        void theLongestGroupIsRead() {
            var group = new byte[255];
            Arrays.fill(group, (byte) 'g');
            layout.put(Message.of(group, new byte[] {7}), buffer);
            assertThat(put()).hasSize(257).startsWith(-1).endsWith(7);
            assertThat(layout.get(buffer.flip(), SOMEBODY)).isEqualTo(Message.of(group, new byte[] {7}));
        }

        @Test
        void whatIsShorterThanItSaysIsMalformed() {
            assertThat(get()).isNull();
            assertThat(get(1)).isNull();
            assertThat(get(255, 'a', 'b')).isNull();
        }

        @Test
        void whatIsTooLargeOrNoSuchMessageGoesNowhere() {
            assertThat(layout.put(Message.of("a".getBytes(), new byte[8190]), buffer.clear()))
                    .isNotNull();
            assertThat(layout.put(Message.of("a".getBytes(), new byte[8191]), buffer.clear()))
                    .isNull();
            assertThat(layout.put(Message.of(new byte[256], new byte[1]), buffer.clear()))
                    .isNull();
            assertThat(layout.put(Message.of("a"), buffer.clear())).isNull();
            assertThat(layout.put(Message.of("a", "b", "c"), buffer.clear())).isNull();
        }
    }

    @Nested
    class OfAddresses {
        private final Layout layout = new AddressLayout();

        @Test
        void theBodyIsTheDatagram() {
            assertThat(layout.put(Message.of("10.0.0.7:5555", "xyz"), buffer)).isEqualTo(SOMEBODY);
            assertThat(put()).isEqualTo(new byte[] {'x', 'y', 'z'});
            assertThat(layout.get(ByteBuffer.wrap(new byte[] {'x'}), SOMEBODY))
                    .isEqualTo(Message.of("10.0.0.7:5555", "x"));
        }

        @Test
        void ipv6IsInBrackets() {
            var other = new InetSocketAddress(address("[2001:db8::7]"), 1);
            assertThat(layout.put(Message.of("[2001:db8::7]:1", ""), buffer)).isEqualTo(other);
            assertThat(put()).isEmpty();
            assertThat(layout.get(ByteBuffer.allocate(0), other)).isEqualTo(Message.of("[2001:db8::7]:1", ""));
        }

        @Test
        void whatIsTooLargeOrNoSuchMessageGoesNowhere() {
            String to = "10.0.0.7:5555";
            assertThat(layout.put(Message.of(to.getBytes(), new byte[8192]), buffer.clear()))
                    .isNotNull();
            assertThat(layout.put(Message.of(to.getBytes(), new byte[8193]), buffer.clear()))
                    .isNull();
            assertThat(layout.put(Message.of("somewhere", "x"), buffer.clear())).isNull();
            assertThat(layout.put(Message.of(to), buffer.clear())).isNull();
        }
    }
}
