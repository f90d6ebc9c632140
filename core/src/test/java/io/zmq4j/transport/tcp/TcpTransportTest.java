package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.ChannelAttempt;
import io.zmq4j.transport.Texts;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class TcpTransportTest {
    private final TcpTransport transport = new TcpTransport();
    private final OptionValues options = new OptionValues(SocketType.DEALER);

    private TcpListener listen(String endpoint) {
        return transport.bound((TcpEndpoint) Texts.bound(endpoint), options);
    }

    private SocketChannel connect(String endpoint) throws IOException {
        var parsed = (TcpEndpoint) Texts.connected(endpoint);
        List<SocketAddress> addresses = transport.resolve(parsed, options);
        return ((ChannelAttempt) transport.connect(parsed, addresses.get(0), options)).channel();
    }

    private static void awaitReady(SelectableChannel channel, int operation) throws IOException {
        try (Selector selector = Selector.open()) {
            SelectionKey key = channel.register(selector, operation);
            assertThat(selector.select(5_000)).as("ready in time").isEqualTo(1);
            key.cancel();
            selector.selectNow();
        }
    }

    private static SocketChannel accept(TcpListener listener) throws IOException {
        awaitReady(listener.channel(), SelectionKey.OP_ACCEPT);
        SocketChannel accepted = listener.channel().accept();
        listener.configure(accepted);
        return accepted;
    }

    @Test
    void aWildcardPortBecomesARealOneThatCanBeConnected() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");
        assertThat(listener.endpoint()).matches("tcp://127\\.0\\.0\\.1:[1-9][0-9]*");

        SocketChannel client = connect(listener.endpoint());
        SocketChannel accepted = accept(listener);
        awaitReady(client, SelectionKey.OP_CONNECT);
        assertThat(client.finishConnect()).isTrue();

        client.write(ByteBuffer.wrap(new byte[] {42}));
        awaitReady(accepted, SelectionKey.OP_READ);
        assertThat(accepted.read(ByteBuffer.allocate(8))).isEqualTo(1);
        client.close();
        accepted.close();
        listener.close();
    }

    /** While nobody accepts: one more than the system lets wait is only told so after a second, and again and again. */
    @Test
    void asManyAsTheSystemAllowsWaitToBeAccepted() throws IOException {
        int crowd = 120;
        TcpListener listener = listen("tcp://127.0.0.1:*");
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            clients.add(connect(listener.endpoint()));
        }
        for (SocketChannel client : clients) {
            awaitReady(client, SelectionKey.OP_CONNECT);
            assertThat(client.finishConnect()).isTrue();
        }
        for (int i = 0; i < crowd; i++) {
            accept(listener).close();
        }
        for (SocketChannel client : clients) {
            client.close();
        }
        listener.close();
    }

    @Test
    void aWildcardHostIsEveryInterface() throws IOException {
        TcpListener listener = listen("tcp://*:*");
        assertThat(listener.endpoint()).matches("tcp://0\\.0\\.0\\.0:[1-9][0-9]*");
        int port = Integer.parseInt(listener.endpoint().substring("tcp://0.0.0.0:".length()));

        SocketChannel client = connect("tcp://127.0.0.1:" + port);

        accept(listener).close();
        client.close();
        listener.close();
    }

    @Test
    void everyChannelIsNonBlockingFromItsFirstMoment() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");
        assertThat(listener.channel().isBlocking()).isFalse();

        SocketChannel client = connect(listener.endpoint());
        SocketChannel accepted = accept(listener);

        assertThat(client.isBlocking()).isFalse();
        assertThat(accepted.isBlocking()).isFalse();
        assertThat(client.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        assertThat(accepted.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        client.close();
        accepted.close();
        listener.close();
    }

    /** K7 */
    @Test
    void anAddressInUseIsAnErrorOfTheBind() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");

        assertThatThrownBy(() -> listen(listener.endpoint()))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining(listener.endpoint())
                .hasMessageContainingAll("in use", "port * takes a free one");
        listener.close();
    }

    /** K7: 192.0.2.0/24 is set aside for documentation, nobody has it. */
    @Test
    void anAddressOfAnotherMachineIsAnErrorOfTheBind() {
        assertThatThrownBy(() -> listen("tcp://192.0.2.1:5555"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("tcp://192.0.2.1:5555")
                .hasMessageContainingAll("cannot be bound", "no interface of this machine has the address");
    }

    @Test
    void aClosedListenersAddressIsFreeAtOnce() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");
        SocketChannel client = connect(listener.endpoint());
        SocketChannel accepted = accept(listener);
        listener.close();

        TcpListener again = listen(listener.endpoint());

        assertThat(again.endpoint()).isEqualTo(listener.endpoint());
        again.close();
        accepted.close();
        client.close();
    }

    @Test
    void theSourceAddressIsWhereTheConnectionStartsFrom() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");
        String target = listener.endpoint().substring("tcp://".length());

        SocketChannel client = connect("tcp://127.0.0.1:*;" + target);
        SocketChannel accepted = accept(listener);

        assertThat(transport.describe(accepted.getRemoteAddress())).startsWith("127.0.0.1:");
        client.close();
        accepted.close();
        listener.close();
    }

    @Test
    void addressesAreDescribedWithoutTheScheme() throws IOException {
        TcpListener listener = listen("tcp://127.0.0.1:*");
        assertThat(transport.describe(listener.channel().getLocalAddress()))
                .isEqualTo(listener.endpoint().substring("tcp://".length()));
        listener.close();
    }

    @Test
    void optionsOfTheSystemAreHandedOnByBothSides() throws IOException {
        options.set(SocketOptions.SNDBUF, 20_000);
        options.set(SocketOptions.RCVBUF, 20_000);
        options.set(SocketOptions.TCP_KEEPALIVE, 1);
        options.set(SocketOptions.TCP_KEEPALIVE_CNT, 7);
        options.set(SocketOptions.TCP_KEEPALIVE_IDLE, 11);
        options.set(SocketOptions.TCP_KEEPALIVE_INTVL, 13);
        options.set(SocketOptions.TOS, 0x28);
        TcpListener listener = listen("tcp://127.0.0.1:*");

        SocketChannel client = connect(listener.endpoint());
        SocketChannel accepted = accept(listener);

        for (SocketChannel channel : List.of(client, accepted)) {
            // The system may round up, as Linux does to twice as much.
            assertThat(channel.getOption(StandardSocketOptions.SO_SNDBUF)).isBetween(20_000, 60_000);
            assertThat(channel.getOption(StandardSocketOptions.SO_RCVBUF)).isBetween(20_000, 60_000);
            assertThat(channel.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
            assertThat(channel.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(7);
            assertThat(channel.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(11);
            assertThat(channel.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL))
                    .isEqualTo(13);
            assertThat(channel.getOption(StandardSocketOptions.IP_TOS)).isEqualTo(0x28);
        }
        client.close();
        accepted.close();
        listener.close();
    }

    @Test
    void theBacklogBoundsWhoWaitsToBeAccepted() throws IOException {
        assertThat(waiting(1)).isBetween(1, 3);
        assertThat(waiting(50)).isEqualTo(10);
    }

    /** How many of ten who connect get through although nobody accepts them. */
    private int waiting(int backlog) throws IOException {
        options.set(SocketOptions.BACKLOG, backlog);
        TcpListener listener = listen("tcp://127.0.0.1:*");
        var clients = new ArrayList<SocketChannel>();
        int through = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < 10; i++) {
                SocketChannel client = connect(listener.endpoint());
                clients.add(client);
                client.register(selector, SelectionKey.OP_CONNECT);
                selector.selectedKeys().clear();
                through += selector.select(50) > 0 && client.finishConnect() ? 1 : 0;
                client.keyFor(selector).interestOps(0);
            }
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
            listener.close();
        }
        return through;
    }
}
