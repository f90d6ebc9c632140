package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queue to a peer, which RFC 28, 30 and 31 describe in the same words for DEALER, PUSH and PAIR. */
class QueueRulesTest {
    private static final int SMALL_QUEUE = 3;

    /** Large enough that a few of them fill every kernel buffer on the way. */
    private static final Message LARGE = Message.wrap(new byte[1 << 20]);

    @RegisterExtension
    final Rig rig = new Rig();

    /** A type that sends and waits, a peer for it, and the way between them. */
    record Line(SocketType sender, SocketType receiver, Transport transport) {
        @Override
        public String toString() {
            return sender + " over " + transport;
        }
    }

    static Stream<Line> lines() {
        return lines(EnumSet.allOf(Transport.class));
    }

    static Stream<Line> wires() {
        return lines(EnumSet.of(Transport.TCP, Transport.IPC));
    }

    static Stream<Line> linesToManyPeers() {
        return lines().filter(line -> line.sender() != SocketType.PAIR);
    }

    private static Stream<Line> lines(Set<Transport> transports) {
        return transports.stream()
                .flatMap(transport -> Stream.of(
                        new Line(SocketType.PUSH, SocketType.PULL, transport),
                        new Line(SocketType.DEALER, SocketType.DEALER, transport),
                        new Line(SocketType.PAIR, SocketType.PAIR, transport)));
    }

    private Socket open(SocketType type) {
        Socket socket = rig.context().socket(type);
        socket.set(LINGER, Duration.ZERO);
        socket.set(RECONNECT_IVL, Duration.ofMillis(10));
        return socket;
    }

    private Socket openWithSmallQueues(SocketType type) {
        Socket socket = open(type);
        socket.set(SNDHWM, SMALL_QUEUE);
        socket.set(RCVHWM, SMALL_QUEUE);
        return socket;
    }

    private static void sendNumbers(Socket socket, int from, int to) {
        numbers(from, to).forEach(number -> Rig.send((Sender) socket, number));
    }

    private static List<String> receive(Socket socket, int count) {
        return Rig.receiveTexts((Receiver) socket, count);
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    /** Sends until no more is taken. */
    private static void fill(Socket socket) {
        while (((Sender) socket).send(LARGE, Rig.MOMENT)) {
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("RFC 28, 30, 31: SHALL create the queue when initiating an outgoing connection to a peer")
    void aConnectQueuesBeforeThereIsAPeer(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket sender = open(line.sender());
        sender.connect(endpoint);
        sendNumbers(sender, 0, 20);
        Socket receiver = open(line.receiver());
        receiver.bind(endpoint);
        assertThat(receive(receiver, 20)).isEqualTo(numbers(0, 20));
    }

    @ParameterizedTest
    @MethodSource("wires")
    @DisplayName("RFC 28, 30, 31: SHALL maintain the queue whether or not the connection is established")
    void theQueueOfAConnectOutlivesTheConnection(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket first = open(line.receiver());
        first.bind(endpoint);
        Socket sender = open(line.sender());
        sender.connect(endpoint);
        sendNumbers(sender, 0, 3);
        assertThat(receive(first, 3)).isEqualTo(numbers(0, 3));
        first.close();
        Rig.awaitPeers(sender, 0);
        sendNumbers(sender, 3, 6);
        Socket second = open(line.receiver());
        second.bind(endpoint);
        assertThat(receive(second, 3)).isEqualTo(numbers(3, 6));
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName(
            "RFC 28, 30, 31: If this peer disconnects, SHALL destroy its queue and SHALL discard any messages it contains")
    void theQueueOfAnAcceptedPeerGoesWithIt(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket sender = openWithSmallQueues(line.sender());
        sender.bind(endpoint);
        Socket first = openWithSmallQueues(line.receiver());
        first.connect(endpoint);
        Rig.awaitPeer(sender);
        fill(sender);
        first.close();
        Rig.awaitPeers(sender, 0);
        Rig.await("what was queued is counted", () -> lost(sender, first) > 0);
        Socket second = open(line.receiver());
        second.connect(endpoint);
        sendNumbers(sender, 0, 1);
        assertThat(receive(second, 1)).isEqualTo(numbers(0, 1));
    }

    /** Over inproc the queue is one and the same, and its messages are the receiver's. */
    private static long lost(Socket sender, Socket receiver) {
        return sender.drops().getOrDefault(DropReason.PEER_GONE, 0L)
                + receiver.drops().getOrDefault(DropReason.UNREAD_AT_CLOSE, 0L);
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("RFC 28, 30, 31: SHALL block on sending when it has no available peers")
    void sendingWaitsForAPeer(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket sender = open(line.sender());
        sender.bind(endpoint);
        assertThat(((Sender) sender).trySend(Message.of("refused"))).isFalse();
        assertThat(((Sender) sender).send(Message.of("refused"), Rig.MOMENT)).isFalse();
        var sent = rig.start(() -> sendNumbers(sender, 0, 1));
        Socket receiver = open(line.receiver());
        receiver.connect(endpoint);
        assertThat(receive(receiver, 1)).isEqualTo(numbers(0, 1));
        Rig.result(sent);
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("RFC 28, 30, 31: SHALL NOT discard messages that it cannot queue")
    void aSlowReceiverGetsEverythingInOrder(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket receiver = openWithSmallQueues(line.receiver());
        receiver.bind(endpoint);
        Socket sender = openWithSmallQueues(line.sender());
        sender.connect(endpoint);
        var sent = rig.start(() -> sendNumbers(sender, 0, 500));
        assertThat(receive(receiver, 500)).isEqualTo(numbers(0, 500));
        Rig.result(sent);
        assertThat(sender.drops()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("linesToManyPeers")
    @DisplayName("RFC 28, 30: SHALL consider a peer as available only when it has an outgoing queue that is not full")
    void aFullPeerIsPassedOver(Line line) {
        String endpoint = line.transport().freshEndpoint();
        Socket sender = openWithSmallQueues(line.sender());
        sender.bind(endpoint);
        Socket idle = openWithSmallQueues(line.receiver());
        idle.connect(endpoint);
        Rig.awaitPeer(sender);
        fill(sender);
        Socket busy = openWithSmallQueues(line.receiver());
        busy.connect(endpoint);
        sendNumbers(sender, 0, 1);
        assertThat(receive(busy, 1)).isEqualTo(numbers(0, 1));
        var sent = rig.start(() -> sendNumbers(sender, 1, 50));
        assertThat(receive(busy, 49)).isEqualTo(numbers(1, 50));
        Rig.result(sent);
        assertThat(sender.drops()).isEmpty();
    }
}
