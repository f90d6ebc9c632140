package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.mechanism.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STREAM against plain sockets of the JDK. */
@Timeout(120)
class StreamSocketTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final int LARGEST_CHUNK = 8192;

    private final Context context =
            Context.builder().sockets(all -> all.linger(Duration.ofSeconds(5))).build();
    private final StreamSocket stream = context.stream();

    @AfterEach
    void close() {
        context.close();
    }

    private static Message receive(StreamSocket stream) {
        return stream.receive(IN_TIME).orElseThrow(() -> new AssertionError("nothing came"));
    }

    /** The id of a connection that has come or gone. */
    private static byte[] awaitNotice(StreamSocket stream) {
        Message notice = receive(stream);
        assertThat(notice.frameCount()).isEqualTo(2);
        assertThat(notice.bytes(1)).isEmpty();
        return notice.bytes(0);
    }

    /** So many bytes of a connection, of which nothing else comes. */
    private static byte[] receiveBytes(StreamSocket stream, byte[] id, int count) {
        var all = new ByteArrayOutputStream();
        while (all.size() < count) {
            Message chunk = receive(stream);
            assertThat(chunk.bytes(0)).isEqualTo(id);
            assertThat(chunk.bytes(1)).hasSizeBetween(1, LARGEST_CHUNK);
            all.writeBytes(chunk.bytes(1));
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Socket plain(int port) throws IOException {
        return inTime(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private static Socket inTime(Socket plain) throws IOException {
        plain.setSoTimeout((int) IN_TIME.toMillis());
        return plain;
    }

    private int bind() {
        return stream.bind("tcp://127.0.0.1:*").port();
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void bytesGoBothWaysAndComingAndGoingIsTold() throws IOException {
        int port = bind();
        byte[] id;
        try (Socket plain = plain(port)) {
            id = awaitNotice(stream);
            assertThat(id).hasSize(5).startsWith(0);
            plain.getOutputStream().write(utf8("hello"));
            assertThat(receive(stream)).isEqualTo(Message.of(id, utf8("hello")));
            stream.send(id, utf8("world"));
            assertThat(plain.getInputStream().readNBytes(5)).asString().isEqualTo("world");
        }
        assertThat(awaitNotice(stream)).isEqualTo(id);
        assertThat(stream.hasPeer(id)).isFalse();
    }

    @Test
    void connectionsHaveIdsOfTheirOwn() throws IOException {
        int port = bind();
        try (Socket a = plain(port)) {
            byte[] first = awaitNotice(stream);
            try (Socket b = plain(port)) {
                byte[] second = awaitNotice(stream);
                stream.send(second, utf8("b"));
                stream.send(first, utf8("a"));
                assertThat(a.getInputStream().read()).isEqualTo('a');
                assertThat(b.getInputStream().read()).isEqualTo('b');
                assertThat(stream.peerCount()).isEqualTo(2);
            }
            assertThat(awaitNotice(stream)).isEqualTo(second(first));
        }
    }

    /** Ids are numbers in a row. */
    private static byte[] second(byte[] first) {
        byte[] next = first.clone();
        for (int i = 4; ++next[i] == 0; i--) {}
        return next;
    }

    @Test
    void whoIsThereIsKnown() throws IOException {
        int port = bind();
        try (Socket plain = plain(port)) {
            Received notice = stream.receiveFrom(IN_TIME).orElseThrow();
            Peer peer = stream.peer(notice.message().bytes(0)).orElseThrow();
            assertThat(peer).isEqualTo(notice.peer());
            assertThat(peer.address()).isEqualTo("127.0.0.1:" + plain.getLocalPort());
            assertThat(peer.routingId()).isEqualTo(notice.message().bytes(0));
            assertThat(peer.type()).isNull();
            assertThat(peer.version()).isNull();
        }
    }

    @Test
    void muchGoesBothWaysUnchanged() throws Exception {
        byte[] out = noise(3_000_000);
        byte[] back = noise(2_000_001);
        int port = bind();
        try (Socket plain = plain(port)) {
            byte[] id = awaitNotice(stream);
            OutputStream sink = plain.getOutputStream();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    sink.write(out);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(receiveBytes(stream, id, out.length)).isEqualTo(out);
            writing.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);

            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                // Short ones and long ones.
                for (int at = 0, size = 1; at < back.length; at += size, size = size * 3 % 100_003) {
                    stream.send(id, Arrays.copyOfRange(back, at, Math.min(at + size, back.length)));
                }
            });
            assertThat(plain.getInputStream().readNBytes(back.length)).isEqualTo(back);
            sending.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void aConnectionIsClosedAfterWhatWasSentBefore() throws IOException {
        int port = bind();
        byte[] much = noise(1_000_000);
        try (Socket plain = plain(port)) {
            byte[] id = awaitNotice(stream);
            stream.send(id, much);
            stream.closePeer(id);
            assertThat(stream.hasPeer(id)).isFalse();
            assertThatThrownBy(() -> stream.send(id, utf8("more"))).isInstanceOf(UnroutableException.class);
            assertThat(plain.getInputStream().readAllBytes()).isEqualTo(much);
        }
        // The next thing that is heard is of another one.
        try (Socket other = plain(port)) {
            byte[] next = awaitNotice(stream);
            other.getOutputStream().write('x');
            assertThat(receive(stream)).isEqualTo(Message.of(next, utf8("x")));
        }
        awaitUntil("only one is left at most", () -> stream.peerCount() <= 1);
    }

    @Test
    void whatWasNotReceivedOfAClosedOneIsDroppedAndCounted() throws IOException {
        int port = bind();
        try (Socket plain = plain(port)) {
            byte[] id = awaitNotice(stream);
            plain.getOutputStream().write(utf8("unread"));
            awaitUntil("it is there", () -> stream.statistics().traffic().queuedIn() == 1);
            stream.closePeer(id);
            assertThat(stream.drops()).containsEntry(DropReason.PEER_GONE, 1L);
            assertThat(plain.getInputStream().read()).isEqualTo(-1);
        }
        awaitUntil("nobody is left", () -> stream.peerCount() == 0);
        assertThat(stream.tryReceive()).isEmpty();
    }

    @Test
    void whatCameBeforeTheEndIsReceivedBeforeIt() throws IOException {
        int port = bind();
        byte[] id;
        try (Socket plain = plain(port)) {
            plain.getOutputStream().write(utf8("last words"));
        }
        id = awaitNotice(stream);
        assertThat(receive(stream)).isEqualTo(Message.of(id, utf8("last words")));
        assertThat(awaitNotice(stream)).isEqualTo(id);
    }

    @Test
    void oneThatComesAndGoesWithoutAWordIsTold() throws IOException {
        int port = bind();
        plain(port).close();
        byte[] id = awaitNotice(stream);
        assertThat(awaitNotice(stream)).isEqualTo(id);
    }

    @Test
    void aResetIsAnEndAsWell() throws IOException {
        int port = bind();
        byte[] id;
        try (Socket plain = plain(port)) {
            id = awaitNotice(stream);
            plain.setSoLinger(true, 0);
        }
        assertThat(awaitNotice(stream)).isEqualTo(id);
    }

    @Test
    void nothingIsToldWithoutNotices() throws IOException {
        stream.streamNotify(false);
        int port = bind();
        try (Socket plain = plain(port)) {
            plain.getOutputStream().write('a');
            assertThat(receive(stream).text(1)).isEqualTo("a");
        }
        try (Socket plain = plain(port)) {
            plain.getOutputStream().write('b');
            assertThat(receive(stream).text(1)).isEqualTo("b");
        }
    }

    @Test
    void aConnectedOneComesBackUnderTheSameId() throws IOException {
        stream.reconnectInterval(Duration.ofMillis(1));
        byte[] id = utf8("server");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) IN_TIME.toMillis());
            stream.connectRoutingId(id);
            Connection connection = stream.connect("tcp://127.0.0.1:" + server.getLocalPort());
            stream.send(id, utf8("1"));
            try (Socket accepted = inTime(server.accept())) {
                assertThat(accepted.getInputStream().read()).isEqualTo('1');
                assertThat(awaitNotice(stream)).isEqualTo(id);
            }
            assertThat(awaitNotice(stream)).as("it went").isEqualTo(id);
            assertThat(stream.hasPeer(id)).as("expected again").isTrue();
            try (Socket accepted = inTime(server.accept())) {
                assertThat(awaitNotice(stream)).as("it came again").isEqualTo(id);
                stream.send(id, utf8("2"));
                assertThat(accepted.getInputStream().read()).isEqualTo('2');
                accepted.getOutputStream().write('3');
                assertThat(receive(stream)).isEqualTo(Message.of(id, utf8("3")));

                stream.closePeer(id);
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
            awaitUntil("it is given up", () -> connection.state() == EndpointState.CLOSED);
        }
    }

    @Test
    void anIdInUseIsNotGivenAgain() {
        stream.connectRoutingId("a");
        stream.connect("tcp://127.0.0.1:9");
        stream.connectRoutingId("a");
        assertThatThrownBy(() -> stream.connect("tcp://127.0.0.1:9"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("CONNECT_ROUTING_ID");
    }

    @Test
    void aFullQueueStopsReadingAndAFullConnectionSending() throws Exception {
        stream.receiveHighWaterMark(2);
        stream.sendHighWaterMark(2);
        int port = bind();
        byte[] much = noise(8_000_000);
        try (Socket plain = plain(port)) {
            byte[] id = awaitNotice(stream);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    plain.getOutputStream().write(much);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitUntil("it is full", () -> stream.statistics().traffic().queuedIn() >= 2);
            assertThat(stream.statistics().traffic().queuedIn()).isLessThan(20);
            assertThat(receiveBytes(stream, id, much.length)).isEqualTo(much);
            writing.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);

            // It reads nothing: at last there is no room.
            var sent = 0;
            while (stream.send(Message.of(id, noise(500_000)), Duration.ofMillis(200))) {
                sent++;
            }
            assertThat(stream.trySend(Message.of(id, utf8("x")))).isFalse();
            assertThat(plain.getInputStream().readNBytes(sent * 500_000)).hasSize(sent * 500_000);
            assertThat(stream.send(Message.of(id, utf8("x")), IN_TIME)).isTrue();
            assertThat(plain.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void aSilentOneStays() throws IOException {
        stream.handshakeInterval(Duration.ofMillis(1)).heartbeatInterval(Duration.ofMillis(1));
        int port = bind();
        try (Socket silent = plain(port);
                Socket busy = plain(port)) {
            byte[] first = awaitNotice(stream);
            byte[] second = awaitNotice(stream);
            for (int i = 0; i < 20; i++) {
                stream.send(second, utf8("x"));
                assertThat(busy.getInputStream().read()).isEqualTo('x');
                busy.getOutputStream().write('y');
                assertThat(receive(stream)).isEqualTo(Message.of(second, utf8("y")));
            }
            stream.send(first, utf8("still there?"));
            assertThat(silent.getInputStream().read()).isEqualTo('s');
        }
    }

    @Test
    void twoOfThemTalk(@TempDir Path folder) {
        for (String endpoint : new String[] {"tcp://127.0.0.1:*", "ipc://" + folder.resolve("s")}) {
            try (StreamSocket here = context.stream();
                    StreamSocket there = context.stream()) {
                there.connect(here.bind(endpoint));
                byte[] atHere = awaitNotice(here);
                byte[] atThere = awaitNotice(there);
                there.send(atThere, utf8("a"));
                assertThat(receive(here)).isEqualTo(Message.of(atHere, utf8("a")));
                here.send(atHere, utf8("b"));
                assertThat(receive(there)).isEqualTo(Message.of(atThere, utf8("b")));
            }
        }
    }

    @Test
    void wrongMessagesAreRefused() {
        byte[] nobody = {0, 1, 2, 3, 4};
        assertThatThrownBy(() -> stream.send(nobody, utf8("x")))
                .isInstanceOf(UnroutableException.class)
                .hasMessageContaining("0x0001020304");
        assertThatThrownBy(() -> stream.closePeer(nobody)).isInstanceOf(UnroutableException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.send("alone"))
                .withMessageContaining("1 frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://here", "inproc://there"})
    void thereIsNoStrangerInTheSameProcess(String endpoint) {
        assertThatThrownBy(() -> stream.bind(endpoint))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("not for a STREAM socket; allowed: tcp://, ipc://");
        assertThatThrownBy(() -> stream.connect(endpoint)).isInstanceOf(EndpointException.class);
    }

    @Test
    void whatNobodyAsksForCannotBeWanted() {
        stream.set(SocketOptions.SECURITY, Plain.server());
        assertThatThrownBy(() -> stream.bind("tcp://127.0.0.1:*"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("SECURITY PLAIN");
        try (StreamSocket other = context.stream()) {
            other.zapDomain("global");
            assertThatThrownBy(() -> other.connect("tcp://127.0.0.1:9"))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("ZAP_DOMAIN \"global\"");
        }
    }
}
