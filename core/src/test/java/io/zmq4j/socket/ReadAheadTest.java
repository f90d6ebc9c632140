package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static io.zmq4j.socket.Sockets.message;
import static io.zmq4j.socket.Sockets.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Pull;
import io.zmq4j.pipe.HoldingFar;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    /** More than one flood and a batch behind it. */
    private static final int MANY = 200;

    private final Sockets sockets = new Sockets();
    private final Pull pattern = new Pull();
    private final PipeEnd pipe = new HoldingFar().pipe(0);
    private final ReadAhead ahead = new ReadAhead();

    ReadAheadTest() {
        pattern.attach(pipe);
    }

    @AfterEach
    void close() {
        sockets.close();
    }

    private void deliver(int from, int to) {
        for (int i = from; i < to; i++) {
            pipe.deliver(message(i));
        }
        pattern.readable(pipe);
    }

    private void receive(int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(ahead.receive(pattern, null)).isEqualTo(message(i));
        }
    }

    // ---- alone

    @Test
    void aFewMessagesAreNoFlood() {
        deliver(0, MANY);
        receive(0, ReadAhead.FLOOD);
        assertThat(ahead.isEmpty()).isTrue();
        assertThat(ahead.poll()).isNull();
    }

    @Test
    void inAFloodTheNextOnesAreThereWithoutThePattern() {
        deliver(0, MANY);
        receive(0, ReadAhead.FLOOD + 1);

        for (int i = 0; i < ReadAhead.BATCH; i++) {
            assertThat(ahead.isEmpty()).isFalse();
            assertThat(ahead.poll()).isEqualTo(message(ReadAhead.FLOOD + 1 + i));
        }
        assertThat(ahead.isEmpty()).isTrue();
        assertThat(ahead.poll()).isNull();
        receive(ReadAhead.FLOOD + 1 + ReadAhead.BATCH, MANY);
        assertThat(ahead.receive(pattern, null)).isNull();
    }

    @Test
    void whereThereIsNothingTheFloodEnds() {
        deliver(0, MANY);
        receive(0, MANY);
        assertThat(ahead.receive(pattern, null)).isNull();

        deliver(MANY, 2 * MANY);
        receive(MANY, MANY + ReadAhead.FLOOD);
        assertThat(ahead.isEmpty()).isTrue();
    }

    @Test
    void whereABatchIsNotFullTheFloodEnds() {
        deliver(0, ReadAhead.FLOOD + 1 + 3);
        receive(0, ReadAhead.FLOOD + 1 + 3);

        deliver(20, MANY);
        receive(20, 20 + ReadAhead.FLOOD);
        assertThat(ahead.isEmpty()).isTrue();
    }

    @Test
    void whatIsLeftIsGivenBackInOrder() {
        deliver(0, MANY);
        receive(0, ReadAhead.FLOOD + 4);
        List<Received> rest = new ArrayList<>();

        ahead.drainTo(rest);

        assertThat(rest)
                .hasSize(ReadAhead.BATCH - 3)
                .extracting(Received::message)
                .isEqualTo(messages(20, 20 + ReadAhead.BATCH - 3));
        assertThat(ahead.isEmpty()).isTrue();
        assertThat(ahead.poll()).isNull();
        receive(20 + ReadAhead.BATCH - 3, MANY);
    }

    private static List<Message> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(Sockets::message).toList();
    }

    // ---- in a socket

    /** A socket with a peer that has sent so many messages. */
    private SocketCore flooded(SocketType type, int count) {
        SocketCore socket = sockets.open(type);
        if (type == SocketType.SUB) {
            socket.subscribe(new byte[0]);
        }
        PipeEnd peer = new QuietFar().attachTo(pattern(socket));
        for (int i = 0; i < count; i++) {
            peer.deliver(message(i));
        }
        peer.afterDelivery();
        return socket;
    }

    private static LockedPattern pattern(SocketCore socket) {
        return (LockedPattern) socket.pipeOwner();
    }

    @Test
    void whatIsReadAheadCanBeReceived() {
        int all = ReadAhead.FLOOD + 1 + ReadAhead.BATCH;
        LockedPattern pull = pattern(flooded(SocketType.PULL, all));
        for (int i = 0; i < all; i++) {
            assertThat(pull.canReceive()).as("message %d", i).isTrue();
            assertThat(pull.tryReceive()).isEqualTo(message(i));
        }
        assertThat(pull.canReceive()).isFalse();
    }

    @Test
    void whatIsPutBackKeepsItsSender() {
        LockedPattern pull = pattern(flooded(SocketType.PULL, MANY));
        for (int i = 0; i < 20; i++) {
            assertThat(pull.tryReceive()).isEqualTo(message(i));
        }
        Received taken = pull.tryReceiveFrom();
        assertThat(taken).isNotNull();

        pull.putBack(taken);

        assertThat(pull.tryReceiveFrom()).isSameAs(taken);
        for (int i = 21; i < MANY; i++) {
            assertThat(pull.tryReceiveFrom()).isEqualTo(new Received(message(i), taken.peer()));
        }
        assertThat(pull.tryReceiveFrom()).isNull();
    }

    /** One in the array of the thread that asks, which costs it nothing; and each with the right messages. */
    @Test
    void whoSentWhatIsNotedWithoutAnObject() {
        LockedPattern pull = pattern(sockets.open(SocketType.PULL));
        PipeEnd peer = new QuietFar().attachTo(pull);
        Peer[] peers = new Peer[5];
        for (int i = 0; i < MANY; i++) {
            if (i % 40 == 0) {
                peers[i / 40] = Peer.withoutWire("test://" + i, null, new byte[0]);
                peer.deliverSender(peers[i / 40]);
            }
            peer.deliver(message(i));
        }
        peer.afterDelivery();
        var sender = new Peer[1];

        for (int i = 0; i < MANY; i++) {
            assertThat(pull.tryReceiveNoting(sender)).isEqualTo(message(i));
            assertThat(sender[0]).as("message %d", i).isEqualTo(peers[i / 40]);
        }
        assertThat(pull.tryReceiveNoting(sender)).isNull();
    }

    /** Without plain receives in between it reads ahead as well. */
    @Test
    void whoAsksForSendersReadsAheadToo() {
        deliver(0, MANY);
        for (int i = 0; i < MANY; i++) {
            Received received = ahead.receiveFrom(pattern, true);
            assertThat(received).isNotNull();
            assertThat(received.message()).isEqualTo(message(i));
            assertThat(ahead.isEmpty())
                    .as("behind message %d", i)
                    .isEqualTo(i < ReadAhead.FLOOD || i == MANY - 1 || i == 79 || i == 143);
        }
        assertThat(ahead.receiveFrom(pattern, true)).isNull();

        deliver(0, MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(ahead.receiveFrom(pattern, false)).isNotNull();
            assertThat(ahead.isEmpty()).isTrue();
        }
    }

    @Test
    void aTopicThatIsCancelledIsNotDeliveredFromWhatWasReadAhead() {
        SocketCore sub = flooded(SocketType.SUB, MANY);
        for (int i = 0; i < 20; i++) {
            assertThat(sub.receive(IN_TIME)).isEqualTo(message(i));
        }

        sub.subscribe("2".getBytes());
        sub.unsubscribe(new byte[0]);

        for (int i = 20; i < 30; i++) {
            assertThat(sub.receive(IN_TIME)).isEqualTo(message(i));
        }
        assertThat(sub.receive(Duration.ZERO)).isNull();
        assertThat(sub.drops().count(DropReason.NOT_SUBSCRIBED)).isEqualTo(MANY - 30);
    }

    @Test
    void aClosedSocketCountsWhatItReadAheadAsUnread() {
        SocketCore pull = flooded(SocketType.PULL, MANY);
        for (int i = 0; i < 20; i++) {
            pull.receive(IN_TIME);
        }

        pull.close();

        assertThat(pull.drops().count(DropReason.UNREAD_AT_CLOSE)).isEqualTo(MANY - 20);
    }

    /** Of two senders, the second one's newest message replaces what was there when the first one's was received. */
    @Test
    void aSocketThatKeepsTheNewestMessageDoesNotReadAhead() {
        LockedPattern pull = pattern(sockets.open(SocketType.PULL));
        var peers = List.of(new QuietFar().attachTo(pull, true), new QuietFar().attachTo(pull, true));
        for (int i = 0; i < 40; i++) {
            for (int peer = 0; peer < 2; peer++) {
                peers.get(peer).deliver(message(peer));
                peers.get(peer).afterDelivery();
            }
            int first = number(pull.tryReceive());
            peers.get(1 - first).deliver(message(2));
            assertThat(pull.tryReceive()).as("round %d", i).isEqualTo(message(2));
        }
    }

    /** A sender of the same context is not followed so closely. */
    @Test
    void withoutAWireNothingIsReadAhead() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, "inproc://near", 50);
        for (int i = 0; i < 100; i++) {
            assertThat(pair.get(1).send(message(i), Duration.ZERO)).isTrue();
        }
        for (int i = 0; i < 40; i++) {
            assertThat(pair.get(0).receive(IN_TIME)).isEqualTo(message(i));
        }
        int more = 0;
        while (pair.get(1).send(message(100 + more), Duration.ZERO)) {
            more++;
        }
        assertThat(more).isEqualTo(40);
    }

    @Test
    void twoWhoReceiveShareWhatIsReadAhead() throws Exception {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, "tcp://127.0.0.1:*", 1000);
        SocketCore pull = pair.get(0);
        int many = 100_000;
        List<Running<List<Integer>>> receivers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            receivers.add(new Running<>(() -> {
                List<Integer> mine = new ArrayList<>();
                for (int number; (number = number(pull.receive(IN_TIME))) >= 0; ) {
                    mine.add(number);
                }
                return mine;
            }));
        }
        for (int i = 0; i < many; i++) {
            pair.get(1).send(message(i));
        }
        pair.get(1).send(message(-1));
        pair.get(1).send(message(-1));

        List<Integer> all = new ArrayList<>();
        for (var receiver : receivers) {
            List<Integer> mine = receiver.get();
            assertThat(mine).isSorted();
            all.addAll(mine);
        }
        all.sort(null);
        assertThat(all).isEqualTo(IntStream.range(0, many).boxed().toList());
    }
}
