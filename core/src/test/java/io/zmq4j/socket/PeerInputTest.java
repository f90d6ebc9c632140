package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.zmtp.SocketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer that is no friend can do to a socket: nothing. */
class PeerInputTest {
    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** RFC 23, "The Greeting": signature, version 3.0, mechanism NULL, a client. */
    private static byte[] greeting() {
        var greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        System.arraycopy("NULL".getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, 4);
        return greeting;
    }

    private static byte[] ready(String socketType) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(5);
        body.write("READY".getBytes(StandardCharsets.US_ASCII));
        body.write(11);
        body.write("Socket-Type".getBytes(StandardCharsets.US_ASCII));
        body.write(new byte[] {0, 0, 0, (byte) socketType.length()});
        body.write(socketType.getBytes(StandardCharsets.US_ASCII));
        var frame = new ByteArrayOutputStream();
        frame.write(4);
        frame.write(body.size());
        body.writeTo(frame);
        return frame.toByteArray();
    }

    private static Socket connect(String endpoint, String socketType) throws IOException {
        int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        var peer = new Socket(InetAddress.getLoopbackAddress(), port);
        peer.getOutputStream().write(greeting());
        peer.getOutputStream().write(ready(socketType));
        return peer;
    }

    /** More, by far, than fit into one queue: were each fill of the queue one call deeper, the stack would not do. */
    @ParameterizedTest
    @ValueSource(strings = {"PUSH", "PUB"})
    void aFloodToASocketThatDoesNotReceiveIsCountedAndNothingElse(SocketType type) throws IOException {
        int messages = 3_000_000;
        SocketCore socket = sockets.open(type);
        socket.set(SocketOptions.RCVHWM, 100);
        try (Socket peer = connect(socket.bind("tcp://127.0.0.1:*").uri(), type == SocketType.PUSH ? "PULL" : "SUB")) {
            OutputStream out = peer.getOutputStream();
            var empty = new byte[2 * 100_000];
            for (int sent = 0; sent < messages; sent += 100_000) {
                out.write(empty);
            }
            Sockets.awaitUntil("all are counted", () -> dropped(socket) == messages);
            assertThat(socket.peerCount()).isEqualTo(1);
        }
        Sockets.awaitUntil("the peer has left", () -> socket.peerCount() == 0);
    }

    private static long dropped(SocketCore socket) {
        return socket.dropped().getOrDefault(DropReason.NOT_RECEIVING, 0L);
    }

    @Test
    void aFloodOfSubscriptionsIsTakenIn() throws IOException {
        SocketCore pub = sockets.open(SocketType.PUB);
        pub.set(SocketOptions.RCVHWM, 10);
        String endpoint = pub.bind("tcp://127.0.0.1:*").uri();
        var all = new ByteArrayOutputStream();
        int topics = 100_000;
        for (int i = 0; i < topics; i++) {
            byte[] topic = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
            all.write(0);
            all.write(topic.length + 1);
            all.write(1);
            all.write(topic);
        }
        try (Socket peer = connect(endpoint, "SUB")) {
            peer.getOutputStream().write(all.toByteArray());
            Sockets.awaitUntil("the last subscription counts", () -> pub.awaitPeer(Duration.ofSeconds(1)));
            peer.getOutputStream().write(new byte[] {0, 1, 7});
            Sockets.awaitUntil("what follows is read as well", () -> dropped(pub) == 1);
            assertThat(pub.peerCount()).isEqualTo(1);
        }
        Sockets.awaitUntil("the peer has left", () -> pub.peerCount() == 0);
    }

    /** RFC 23, "Framing Layer": a long frame's size has eight bytes. */
    @Test
    // In a thread of its own: if it fails, it may be in a write that blocks.
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLargeBodyStreamsWhileMuchOfItComesAtATime() throws IOException {
        SocketCore pull = sockets.open(SocketType.PULL);
        try (Socket peer = connect(pull.bind("tcp://127.0.0.1:*").uri(), "PUSH")) {
            OutputStream out = peer.getOutputStream();
            Sockets.awaitUntil("the peer is there", () -> pull.peerCount() == 1);
            PipeEnd pipe = Objects.requireNonNull(((LockedPattern) pull.pipeOwner()).onlyPipe());
            assertThat(pipe.isStreaming()).isFalse();

            out.write(new byte[] {2, 0, 0, 0, 0, 0x40, 0, 0, 0});
            Sockets.awaitUntil("it streams", () -> writes(out, 64 * 1024) && pipe.isStreaming());
            Sockets.awaitUntil("it trickles", () -> writes(out, 1) && !pipe.isStreaming());
        }
    }

    private static boolean writes(OutputStream out, int bytes) {
        try {
            out.write(new byte[bytes]);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPeerThatLeavesIsNoPeerAnyMore() throws IOException {
        SocketCore pull = sockets.open(SocketType.PULL);
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        for (int i = 0; i < 10; i++) {
            try (Socket peer = connect(endpoint, "PUSH")) {
                assertThat(peer.isConnected()).isTrue();
                assertThat(pull.awaitPeer(Sockets.IN_TIME)).isTrue();
            }
            Sockets.awaitUntil("the peer has left", () -> pull.peerCount() == 0);
        }
    }
}
