package io.zmq4j.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.options.OptionValues;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publisher's link and a subscriber's on a network whose interface goes, comes back and changes, in virtual time. */
class AttachmentTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final EpgmEndpoint ENDPOINT = EpgmEndpoint.parse("epgm://eth0;239.192.1.1,239.192.1.2:5555");
    private static final PgmOptions OPTIONS = PgmOptions.DEFAULT.withRateKilobits(10_000);

    private final FakeNetwork network = newNetwork();
    private final FakeNetwork theirs = newNetwork();
    private final FakeHost pub = new FakeHost();
    private final FakeHost sub = new FakeHost();
    private final PacketReader reader = new PacketReader();
    /** What the source says where requests go. */
    private final List<InetAddress> paths = new ArrayList<>();

    private long now = Long.MAX_VALUE - SECOND;
    /** Whether all is lost on the way. */
    private boolean drop;

    private SourceLink source;
    private ReceiverLink receiver;

    private static FakeNetwork newNetwork() {
        try {
            return new FakeNetwork();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws IOException {
        source = new SourceLink(ENDPOINT, network, () -> now, OPTIONS, new OptionValues(SocketType.PUB), pub);
        receiver = new ReceiverLink(ENDPOINT, theirs, () -> now, OPTIONS, new OptionValues(SocketType.SUB), sub);
    }

    @AfterEach
    void close() {
        source.close();
        receiver.close();
        assertThat(network.open()).isEmpty();
        assertThat(theirs.open()).isEmpty();
    }

    // ---- a publisher

    @Test
    void whatTheSystemRefusesIsSentWhenItDoesNotAnyMore() {
        network.refusal = new IOException("Network is unreachable");
        send("a", "b");
        run(3 * SECOND);
        assertThat(sub.received).isEmpty();
        assertThat(pub.events).containsExactly("INTERFACE_LOST cannot send: Network is unreachable");
        assertThat(source.isBlocked()).isFalse();

        network.refusal = null;
        run(200 * MILLI);
        assertThat(sub.received).containsExactly("a", "b");
        assertThat(pub.events).hasSize(2).endsWith("INTERFACE_BACK sends again");
    }

    @Test
    void whateverIsThrownByWhatIsSentIsARefusal() {
        network.refusal = new UnsupportedAddressTypeException();
        send("a");
        run(SECOND);
        network.refusal = null;
        run(SECOND);
        assertThat(sub.received).containsExactly("a");
    }

    @Test
    void whileNothingIsSentMessagesWaitInTheQueue() {
        run(SECOND);
        network.refusal = new IOException("Network is down");
        for (int i = 0; i < 10; i++) {
            send(String.valueOf(i), "x".repeat(3000));
        }
        run(20 * SECOND);
        assertThat(pub.toSend).hasSizeGreaterThan(15);
        network.refusal = null;
        run(SECOND);
        assertThat(pub.toSend).isEmpty();
        assertThat(sub.received).hasSize(20);
        assertThat(sub.lost).isZero();
    }

    @Test
    void itTriesAgainByItselfAndNotAllTheTime() {
        run(SECOND);
        network.refusal = new IOException("Network is down");
        send("a");
        source.transmit(now);
        assertThat(source.nanosToNext(now)).isBetween(10 * MILLI, 100 * MILLI);
    }

    @Test
    void anotherAddressIsFoundAndToldToReceivers() throws IOException {
        send("a");
        run(2 * SECOND);
        network.local = FakeNetwork.at("127.0.0.2");
        network.refusal = new IOException("Invalid argument");
        send("b");
        run(10 * MILLI);
        network.refusal = null;
        run(1500 * MILLI);

        assertThat(sub.received).containsExactly("a", "b");
        assertThat(network.open()).hasSize(1);
        assertThat(source.channels()).containsExactly(network.newest().channel());
        assertThat(pub.exchanges).isEqualTo(1);
        assertThat(pub.events).endsWith("INTERFACE_BACK at 127.0.0.2 on lo");
        assertThat(paths).endsWith(InetAddress.getByName("127.0.0.2"));
        assertThat(paths).last().isNotEqualTo(paths.get(0));
    }

    @Test
    void aMessageThatWasTakenAndNotSentIsUnsent() {
        run(SECOND);
        assertThat(source.unsent()).isZero();
        network.refusal = new IOException("Network is down");
        send("a", "b", "c".repeat(5000), "d");
        source.transmit(now);
        // a, b and the beginning of c are in a packet, the rest of c waits for the next.
        assertThat(pub.toSend).hasSize(1);
        assertThat(source.unsent()).isEqualTo(3);

        network.refusal = null;
        network.full = true;
        run(SECOND);
        assertThat(source.isBlocked()).isTrue();
        assertThat(source.unsent() + pub.toSend.size()).isEqualTo(4);

        network.full = false;
        run(SECOND);
        assertThat(source.unsent()).isZero();
        assertThat(sub.received).hasSize(4);
    }

    @Test
    void closingWaitsForWhatIsRefusedAndThenEnds() {
        network.refusal = new IOException("Network is down");
        send("a");
        run(SECOND);
        source.finish();
        run(10 * SECOND);
        assertThat(source.isFinished(now)).isFalse();
        network.refusal = null;
        run(SECOND);
        assertThat(source.isFinished(now)).isTrue();
        assertThat(sub.received).containsExactly("a");
    }

    // ---- a subscriber

    @Test
    void anInterfaceThatIsMadeAnewIsJoinedAnew() {
        send("a");
        run(SECOND);
        theirs.gone = "this machine has no interface eth0";
        run(1100 * MILLI);
        assertThat(sub.events).endsWith("INTERFACE_LOST this machine has no interface eth0");
        run(10 * SECOND);
        assertThat(sub.events).hasSize(2);

        theirs.gone = null;
        run(1100 * MILLI);
        assertThat(sub.events).hasSize(3).endsWith("INTERFACE_BACK at 127.0.0.1 on lo");
        assertThat(theirs.open()).hasSize(2);
        assertThat(receiver.channels()).hasSize(2).contains(theirs.newest().channel());
        send("b");
        run(SECOND);
        assertThat(sub.received).containsExactly("a", "b");
    }

    @Test
    void anInterfaceThatIsAnotherOneUnderTheSameNameIsJoinedAnewWithoutAWord() {
        theirs.same = false;
        run(1100 * MILLI);
        assertThat(sub.exchanges).isEqualTo(1);
        assertThat(theirs.open()).hasSize(2);
        assertThat(sub.events).isEmpty();
    }

    @Test
    void nothingIsDoneWhileAllIsAsItWas() {
        for (int i = 0; i < 20; i++) {
            send("a");
            run(30 * SECOND);
        }
        assertThat(sub.exchanges + pub.exchanges).isZero();
        assertThat(pub.events).isEmpty();
    }

    @Test
    void whoHearsNothingForLongJoinsAnew() {
        network.refusal = new IOException("nobody sends");
        run(39 * SECOND);
        assertThat(sub.exchanges).isZero();
        run(3 * SECOND);
        assertThat(sub.exchanges).isEqualTo(1);
        assertThat(theirs.open()).hasSize(2);
    }

    @Test
    void aPathThatNothingCanBeSentToEndsNothing() {
        theirs.refusal = new UnsupportedAddressTypeException();
        send("a");
        run(SECOND);
        // Lost on the way, and asked for.
        drop = true;
        send("b");
        run(20 * MILLI);
        drop = false;
        send("c");
        run(2 * SECOND);
        assertThat(sub.received).containsExactly("a");
        theirs.refusal = null;
        run(3 * SECOND);
        assertThat(sub.received).containsExactly("a", "b", "c");
        assertThat(sub.events).hasSize(1);
    }

    @Test
    void messagesForWhichThereIsNoMemoryAreCounted() {
        send("a");
        run(SECOND);
        sub.shortage = new OutOfMemoryError("none left");
        send("b", "c");
        run(SECOND);
        sub.shortage = null;
        send("d");
        run(SECOND);
        assertThat(sub.received).containsExactly("a", "d");
        assertThat(sub.lost).isEqualTo(2);
    }

    @Test
    void anEndpointThatIsNowhereIsNotOpened() {
        theirs.gone = "this machine has no interface eth0";
        int opened = theirs.opened.size();
        assertThatThrownBy(() -> new ReceiverLink(
                        ENDPOINT, theirs, () -> now, OPTIONS, new OptionValues(SocketType.SUB), new FakeHost()))
                .hasMessage("this machine has no interface eth0");
        assertThat(theirs.opened).hasSize(opened);
    }

    // ---- the wire between them

    private void send(String... texts) {
        for (String text : texts) {
            pub.toSend.add(Message.of(text));
        }
    }

    /** Lets the time pass for both, and what each sends arrive at the other, at the newest of its channels. */
    private void run(long nanos) {
        long end = now + nanos;
        while (true) {
            source.receive(now);
            source.transmit(now);
            carry(network, theirs);
            receiver.receive(now);
            receiver.transmit(now);
            carry(theirs, network);
            long wait = Math.max(MILLI, Math.min(source.nanosToNext(now), receiver.nanosToNext(now)));
            if (wait > end - now) {
                now = end;
                return;
            }
            now += wait;
        }
    }

    private void carry(FakeNetwork from, FakeNetwork to) {
        for (byte[] packet : from.sent) {
            assertThat(reader.read(packet, packet.length)).isNull();
            if (reader.type() == PacketType.SPM) {
                paths.add(reader.pathAddress());
            }
        }
        if (!drop) {
            to.newest().arrived.addAll(from.sent);
        }
        from.sent.clear();
    }
}
