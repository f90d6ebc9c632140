package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A program that runs out of file descriptors or memory goes on with what it has, and recovers. */
class ShortageTest {
    private static final int DESCRIPTORS = 64;
    private static final Duration WHILE = Duration.ofMillis(400);

    @Test
    @DisplayName(
            "K3: without descriptors accepting pauses instead of spinning, the accepted are served, and it recovers")
    void acceptingPausesWithoutDescriptors() {
        try (var program = new ChildJvm(StarvingProgram.class, "ulimit -n " + DESCRIPTORS, "64m")) {
            String endpoint = program.await("endpoint");
            List<RawPeer> crowd = new ArrayList<>();
            try (var accepted = RawPeer.connect(endpoint).handshake("PUSH")) {
                for (int i = 0; i < DESCRIPTORS + 16; i++) {
                    crowd.add(RawPeer.connect(endpoint));
                }
                program.await("event ACCEPT_FAILED");
                long before = cpuNanos(program);
                accepted.expectSilence(WHILE);
                assertThat(Duration.ofNanos(cpuNanos(program) - before)).isLessThan(WHILE.dividedBy(2));
                accepted.send(RawFrame.message(Bytes.utf8("12345")));
                assertThat(program.await("got")).isEqualTo("5");
                crowd.forEach(RawPeer::close);
                try (var late = RawPeer.connect(endpoint).handshake("PUSH")) {
                    late.send(RawFrame.message(Bytes.utf8("123456")));
                    assertThat(program.await("got")).isEqualTo("6");
                }
            } finally {
                crowd.forEach(RawPeer::close);
            }
        }
    }

    private static long cpuNanos(ChildJvm program) {
        program.say("cpu");
        return Long.parseLong(program.await("cpu"));
    }

    @Test
    @DisplayName("K4: without descriptors connecting is tried again, with an event, and succeeds when there are some")
    void connectingWaitsForDescriptors() {
        try (var listener = RawListener.tcp();
                var program = new ChildJvm(StarvingProgram.class, "ulimit -n " + DESCRIPTORS, "64m")) {
            program.await("endpoint");
            program.say("fill");
            program.await("full");
            program.say("connect " + listener.endpoint());
            program.say("send waiting");
            program.await("event CONNECT_RETRIED of PUSH");
            program.say("free");
            program.await("free");
            try (var peer = listener.accept(Rig.PATIENCE).handshake("PULL")) {
                assertThat(peer.readFrame().text()).isEqualTo("waiting");
            }
        }
    }

    @Test
    @DisplayName("L2: a message that does not fit into memory ends its connection, and the others go on")
    void aMessageBeyondMemoryEndsItsConnection() {
        try (var program = new ChildJvm(StarvingProgram.class, "true", "40m")) {
            String endpoint = program.await("endpoint");
            try (var good = RawPeer.connect(endpoint).handshake("PUSH");
                    var large = RawPeer.connect(endpoint).handshake("PUSH")) {
                large.send("02 0000000010000000");
                sendUntilRefused(large, 256 << 20);
                large.expectClosed(Rig.PATIENCE);
                program.await("event DISCONNECTED");
                good.send(RawFrame.message(Bytes.utf8("12345")));
                assertThat(program.await("got")).isEqualTo("5");
            }
        }
    }

    private static void sendUntilRefused(RawPeer peer, int bytes) {
        var chunk = new byte[1 << 20];
        try {
            for (int sent = 0; sent < bytes; sent += chunk.length) {
                peer.send(chunk);
            }
        } catch (UncheckedIOException refused) {
            return;
        }
    }
}
