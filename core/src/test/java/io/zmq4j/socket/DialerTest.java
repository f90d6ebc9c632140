package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.endpoint.Dialer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Texts;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.tcp.TcpEndpoint;
import io.zmq4j.transport.tcp.TcpTransport;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names whose addresses the test decides, dialled for real. */
class DialerTest {
    private final Sockets sockets = new Sockets();
    private final TcpTransport tcp = new TcpTransport();
    private final TcpEndpoint somewhere = (TcpEndpoint) Texts.connected("tcp://some.where:1");

    @AfterEach
    void close() {
        sockets.close();
    }

    @FunctionalInterface
    private interface Names {
        List<SocketAddress> resolve() throws IOException;
    }

    private SocketCore pushTo(Names names) {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(1));
        new Dialer<>(push, new NamedTransport(names), somewhere, push.options()).start();
        return push;
    }

    private static void receiveFrom(SocketCore push, SocketCore pull) {
        push.send(Message.of("x"));
        assertThat(pull.receive(Sockets.IN_TIME)).isEqualTo(Message.of("x"));
    }

    @Test
    @DisplayName("K9: every address of a name is tried")
    void theSecondAddressIsTriedWhenTheFirstRefuses() throws IOException {
        SocketCore pull = sockets.openFar(SocketType.PULL, "tcp");
        SocketAddress real = addressOf(pull.bind("tcp://127.0.0.1:*").uri());
        SocketAddress refusing = refusing();
        receiveFrom(pushTo(() -> List.of(refusing, real)), pull);
    }

    @Test
    @DisplayName("K9: a name is looked up again for every try")
    void aNameThatMovesIsFollowed() throws IOException {
        SocketCore pull = sockets.openFar(SocketType.PULL, "tcp");
        SocketAddress real = addressOf(pull.bind("tcp://127.0.0.1:*").uri());
        SocketAddress refusing = refusing();
        var lookups = new AtomicInteger();
        receiveFrom(pushTo(() -> List.of(lookups.incrementAndGet() < 3 ? refusing : real)), pull);
        assertThat(lookups).hasValue(3);
    }

    @Test
    @DisplayName("K8: a name that does not resolve is tried again")
    void aNameThatAppearsLaterIsFound() throws IOException {
        SocketCore pull = sockets.openFar(SocketType.PULL, "tcp");
        SocketAddress real = addressOf(pull.bind("tcp://127.0.0.1:*").uri());
        var lookups = new AtomicInteger();
        receiveFrom(
                pushTo(() -> {
                    if (lookups.incrementAndGet() < 3) {
                        throw new UnknownHostException("some.where");
                    }
                    return List.of(real);
                }),
                pull);
    }

    @Test
    @DisplayName("K8: a resolver that hangs holds up nobody else")
    void otherEndpointsGoOnWhileALookupHangs() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        SocketCore push = pushTo(() -> {
            asked.countDown();
            awaitQuietly(release);
            throw new UnknownHostException("some.where");
        });
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        SocketCore pull = sockets.openFar(SocketType.PULL, "tcp");
        SocketCore other = sockets.open(SocketType.PUSH);
        other.connect(pull.bind("tcp://127.0.0.1:*").uri());
        receiveFrom(other, pull);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        release.countDown();
    }

    @Test
    void whoAsksForItDuringATryThatFindsTheWrongPeerNeedNotWaitForAMinute() throws Exception {
        SocketCore wrong = sockets.openFar(SocketType.REP, "tcp");
        SocketAddress address = addressOf(wrong.bind("tcp://127.0.0.1:*").uri());
        var lookups = new AtomicInteger();
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var again = new CountDownLatch(2);
        SocketCore push = sockets.open(SocketType.PUSH);
        var dialer = new Dialer<>(
                push,
                new NamedTransport(() -> {
                    again.countDown();
                    asked.countDown();
                    if (lookups.incrementAndGet() == 1) {
                        awaitQuietly(release);
                    }
                    return List.of(address);
                }),
                somewhere,
                push.options());
        dialer.start();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        dialer.hurry();
        release.countDown();
        assertThat(again.await(20, TimeUnit.SECONDS)).as("tried again").isTrue();
        push.set(SocketOptions.LINGER, Duration.ZERO);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SocketAddress addressOf(String endpoint) {
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1)));
    }

    /** An address where nobody listens. */
    private static SocketAddress refusing() throws IOException {
        try (var closed = new ServerSocket(0)) {
            return new InetSocketAddress("127.0.0.1", closed.getLocalPort());
        }
    }

    private final class NamedTransport implements Transport<TcpEndpoint> {
        private final Names names;

        NamedTransport(Names names) {
            this.names = names;
        }

        @Override
        public TcpEndpoint parse(EndpointText text) {
            throw new AssertionError(text);
        }

        @Override
        public Listener listen(TcpEndpoint endpoint, OptionValues options) {
            return tcp.listen(endpoint, options);
        }

        @Override
        public boolean looksUp(TcpEndpoint endpoint, OptionValues options) {
            return true;
        }

        @Override
        public List<SocketAddress> resolve(TcpEndpoint endpoint, OptionValues options) throws IOException {
            return names.resolve();
        }

        @Override
        public Attempt connect(TcpEndpoint endpoint, SocketAddress address, OptionValues options) throws IOException {
            return tcp.connect(endpoint, address, options);
        }

        @Override
        public String describe(SocketAddress address) {
            return tcp.describe(address);
        }
    }
}
