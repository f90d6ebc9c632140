package io.zmq4j.interop;

import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that misbehave after a good handshake, and connections that break. */
class ConnectionFaultsTest {
    private static final String ONE_GIBIBYTE = "02 0000000040000000";

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    @DisplayName("C7: memory grows with the bytes that come, not with the length that is declared")
    void declaredLengthsReserveNothing() {
        var victim = new Victim(rig);
        List<RawPeer> guests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RawPeer guest = victim.visitor().handshake("PUSH");
            guest.send(ONE_GIBIBYTE + "00010203040506070809");
            guests.add(guest);
        }
        Rig.awaitPeers(victim.pull(), 51);
        victim.expectUnharmed();
        guests.forEach(RawPeer::close);
        Rig.awaitPeers(victim.pull(), 1);
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                Arguments.of("in the flags of a second frame", "01 01 41"),
                Arguments.of("before a short size", "00"),
                Arguments.of("in a long size", "02 00000000"),
                Arguments.of("in a short body", "00 05 4142"),
                Arguments.of("in a long body", "02 0000000000010000 4142"),
                Arguments.of("D2: after the first of three frames", "01 01 41"),
                Arguments.of("after the second of three frames", "01 01 41 01 01 42"),
                Arguments.of("in a command", "04 05 04 50"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("halves")
    @DisplayName("C9, D2, K1: a message cut by FIN is not delivered in part")
    void aMessageCutByFinIsNotDelivered(String where, String bytes) {
        var victim = new Victim(rig);
        try (var guest = victim.guest()) {
            guest.send(RawFrame.message(Bytes.utf8("whole")));
            guest.send(bytes);
        }
        assertThat(Rig.receiveText(victim.pull())).isEqualTo("whole");
        victim.expectEnd(DISCONNECTED, CloseReason.CONNECTION_LOST);
        victim.expectUnharmed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("halves")
    @DisplayName("C9, D2, K1: a message cut by RST is not delivered in part")
    void aMessageCutByRstIsNotDelivered(String where, String bytes) {
        var victim = new Victim(rig);
        try (var guest = victim.guest()) {
            guest.send(bytes);
            guest.reset();
        }
        victim.expectEnd(DISCONNECTED, CloseReason.CONNECTION_LOST);
        victim.expectUnharmed();
    }

    @Test
    @DisplayName("K1: a peer that ends its sending has left, and what it sent before is delivered")
    void aHalfClosedConnectionEnds() {
        var victim = new Victim(rig);
        try (var guest = victim.guest()) {
            guest.send(RawFrame.message(Bytes.utf8("last words")));
            guest.halfClose();
            assertThat(Rig.receiveText(victim.pull())).isEqualTo("last words");
            victim.expectEnd(DISCONNECTED, CloseReason.PEER_CLOSED);
            guest.expectClosed(Rig.PATIENCE);
        }
        victim.expectUnharmed();
    }

    @Test
    @DisplayName("C10: a message that comes one byte at a time arrives")
    void singleBytesMakeAMessage() {
        var victim = new Victim(rig);
        try (var guest = victim.guest()) {
            guest.sendSlowly(RawFrame.message(new byte[5000]).encoded());
            assertThat(Rig.receive(victim.pull())).isEqualTo(Message.wrap(new byte[5000]));
        }
    }

    @Test
    @DisplayName("E8: PINGs from a peer that reads no PONGs neither pile up nor starve others")
    void unreadPongsDoNotPileUp() {
        var victim = new Victim(rig);
        byte[] pings = repeat(RawFrame.command("PING", Bytes.hex("0000 00112233445566778899AABBCCDDEEFF")), 2000);
        try (var guest = victim.guest()) {
            var flood = rig.start(() -> sendWhileTaken(guest, pings, 200));
            for (int i = 0; i < 50; i++) {
                victim.expectUnharmed();
            }
            Rig.result(flood);
        }
        victim.expectUnharmed();
    }

    @Test
    @DisplayName("E12: a flood of unknown commands is ignored and does not starve others")
    void unknownCommandsDoNotStarveOthers() {
        var victim = new Victim(rig);
        byte[] commands = repeat(RawFrame.command("UNKNOWN", Bytes.utf8("data")), 4000);
        try (var guest = victim.guest()) {
            var flood = rig.start(() -> sendWhileTaken(guest, commands, 250));
            for (int i = 0; i < 50; i++) {
                victim.expectUnharmed();
            }
            Rig.result(flood);
            guest.send(RawFrame.message(Bytes.utf8("after a million commands")));
            assertThat(Rig.receiveText(victim.pull())).isEqualTo("after a million commands");
        }
    }

    private static byte[] repeat(RawFrame frame, int times) {
        var copies = new byte[times][];
        Arrays.fill(copies, frame.encoded());
        return Bytes.concat(copies);
    }

    /** A victim may stop reading, or hang up: that is its way to keep its memory bounded. */
    private static void sendWhileTaken(RawPeer guest, byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                guest.send(bytes);
            }
        } catch (UncheckedIOException | AssertionError notTaken) {
            return;
        }
    }

    @Test
    @DisplayName("K11: a peer that reads nothing makes the sender wait at its high-water mark")
    void aPeerThatReadsNothingFillsTheQueueOnly() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(SNDHWM, 5);
        try (var listener = RawListener.tcp()) {
            push.connect(listener.endpoint());
            try (var peer = listener.accept().handshake("PULL")) {
                int sent = 0;
                while (push.send(Message.wrap(new byte[1 << 20]), Rig.MOMENT)) {
                    sent++;
                    assertThat(sent)
                            .as("messages in the queue and the kernel's buffers")
                            .isLessThan(100);
                }
                for (int i = 0; i < sent; i++) {
                    assertThat(peer.readFrame().body()).hasSize(1 << 20);
                }
                Rig.send(push, "goes on");
                assertThat(peer.readFrame().text()).isEqualTo("goes on");
            }
        }
    }

    @EveryWire
    @DisplayName("K1: what waits to be sent when a connection breaks goes to the next")
    void pendingMessagesSurviveTheConnection(Transport transport) {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        try (var listener = new RawListener(transport.freshEndpoint())) {
            push.connect(listener.endpoint());
            try (var first = listener.accept().handshake("PULL")) {
                Rig.awaitPeer(push);
                first.reset();
                Rig.awaitPeers(push, 0);
            }
            Rig.send(push, "one", "two");
            try (var second = listener.accept().handshake("PULL")) {
                assertThat(second.readFrame()).isEqualTo(RawFrame.more(Bytes.utf8("one")));
                assertThat(second.readFrame()).isEqualTo(RawFrame.message(Bytes.utf8("two")));
            }
        }
    }

    @Test
    @DisplayName("K8: a name that does not resolve leaves other endpoints alone")
    void anUnknownNameHarmsNobody() {
        PullSocket pull = rig.context().pull();
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(SNDHWM, 1);
        push.connect("tcp://no-such-host.invalid:5555");
        push.connect(pull.bind(Transport.TCP.freshEndpoint()));
        for (int i = 0; i < 20; i++) {
            Rig.send(push, String.valueOf(i));
        }
        // One message may wait for the name; the others come, in order.
        var received = Rig.receiveTexts(pull, 19).stream().map(Integer::valueOf).toList();
        assertThat(received).isSorted().doesNotHaveDuplicates();
    }
}
