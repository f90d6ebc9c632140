package io.zmq4j.jeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFrameTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNumberOrNothingComesAsItWent(Integer value) {
        var event = new EventFrame(1 << 15, "tcp://[::1]:5555", value);
        assertThat(EventFrame.of(event.toBytes())).isEqualTo(event);
    }

    @Test
    void ofAConnectionTheEndsCome() throws Exception {
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var connection = SocketChannel.open(listener.getLocalAddress())) {
                var told = (SocketChannel) EventFrame.of(new EventFrame(1, "here", connection).toBytes())
                        .argument();
                assertThat(told.getLocalAddress()).isEqualTo(connection.getLocalAddress());
                assertThat(told.getRemoteAddress()).isEqualTo(connection.getRemoteAddress());
                assertThat(told.isOpen()).isTrue();
                assertThat(told.isConnected()).isTrue();
                var where = (ServerSocketChannel) EventFrame.of(new EventFrame(8, "here", listener).toBytes())
                        .argument();
                assertThat(where.getLocalAddress()).isEqualTo(listener.getLocalAddress());
            }
        }
    }

    @Test
    void ofAClosedChannelItComesThatItIsClosed() throws Exception {
        var path = UnixDomainSocketAddress.of("/tmp/some.path");
        var listener = (ServerSocketChannel)
                EventFrame.of(new EventFrame(128, "ipc:///tmp/some.path", EventFrame.listener(path, false)).toBytes())
                        .argument();
        assertThat(listener.isOpen()).isFalse();
        assertThat(listener.getLocalAddress()).isEqualTo(path);
        assertThat(listener).hasToString("listener /tmp/some.path, closed");

        var connection = SocketChannel.open();
        connection.close();
        var told = (SocketChannel)
                EventFrame.of(new EventFrame(512, "", connection).toBytes()).argument();
        assertThat(told.isOpen()).isFalse();
        assertThat(told.getRemoteAddress()).isNull();
        assertThat(told).hasToString("connection, closed");
    }

    @Test
    void theChannelOfAnEventCannotBeUsed() throws Exception {
        try (var connection = (SocketChannel) EventFrame.connection(null, null, true);
                var listener = (ServerSocketChannel) EventFrame.listener(null, true);
                Selector selector = Selector.open()) {
            assertThatThrownBy(() -> connection.read(ByteBuffer.allocate(1)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("through its socket");
            assertThatThrownBy(() -> connection.write(ByteBuffer.allocate(1)))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(listener::accept).isInstanceOf(UnsupportedOperationException.class);
            connection.configureBlocking(false);
            assertThatThrownBy(() -> connection.register(selector, SelectionKey.OP_READ))
                    .isInstanceOf(IllegalSelectorException.class);
        }
    }

    @Test
    void whatIsNoEventIsRefused() {
        byte[] frame = new EventFrame(1, "tcp://10.0.0.7:1", 5).toBytes();
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventFrame.of(cut))
                    .withMessageContaining(cut.length + " bytes");
        }
        byte[] longer = frame.clone();
        longer[9] = (byte) 0xFF;
        longer[10] = (byte) 0xFF;
        assertThatIllegalArgumentException().isThrownBy(() -> EventFrame.of(longer));
    }
}
