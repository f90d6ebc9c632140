package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Rows;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.zmtp.SocketType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has passed between a socket and peers that have left is in its totals, once, and they are not in its list. */
class DepartedPeersTest {
    private static final String TCP = "tcp://127.0.0.1:*";
    private static final String IPC = "ipc://*";
    private static final String INPROC = "inproc://departed";

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    static Stream<String> endpoints() {
        return Stream.of(TCP, IPC, INPROC);
    }

    private static void await(SocketCore socket, String what, Predicate<SocketStatistics> condition) {
        Sockets.awaitUntil(what, () -> condition.test(socket.statistics()));
    }

    private static Message receive(SocketCore socket) {
        Message message = socket.receive(IN_TIME);
        assertThat(message).isNotNull();
        return message;
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void theyAreInTheTotalsAndNotInTheList(String endpoint) {
        SocketCore rep = sockets.open(SocketType.REP);
        String real = rep.bind(endpoint).uri();
        for (int i = 1; i <= 3; i++) {
            SocketCore req = sockets.openFar(SocketType.REQ, endpoint);
            req.connect(real);
            req.send(Message.of("four"));
            receive(rep);
            rep.send(Message.of("seventy"));
            receive(req);
            assertThat(rep.statistics().connections()).isEqualTo(1);
            req.close();
            await(rep, "it has left", there -> there.peers().isEmpty());

            SocketStatistics statistics = rep.statistics();
            assertThat(statistics.traffic()).isEqualTo(new Traffic(i, 4L * i, i, 7L * i, 0, 0));
            assertThat(statistics.connectionsMade()).isEqualTo(i);
            assertThat(statistics.connectionsEnded()).isEqualTo(i);
            assertThat(statistics.connections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void oneWhoseMessagesAreUnreadIsInTheListUntilTheyAreRead(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 100);
        SocketCore pull = pair.get(0);
        pair.get(1).set(SocketOptions.LINGER, IN_TIME);
        pair.get(1).send(Message.of("one"));
        pair.get(1).send(Message.of("two"));
        await(pull, "both are there", there -> there.traffic().queuedIn() == 2);
        pair.get(1).close();
        await(pull, "the connection has ended", there -> there.connectionsEnded() == 1);

        PeerStatistics left = pull.statistics().peers().get(0);
        assertThat(left.connected()).isFalse();
        assertThat(left.age()).isZero();
        assertThat(left.traffic()).isEqualTo(new Traffic(2, 6, 0, 0, 2, 0));
        receive(pull);
        receive(pull);
        assertThat(pull.tryReceive()).isNull();

        await(pull, "nothing of it is left", there -> there.peers().isEmpty());
        assertThat(pull.statistics().traffic()).isEqualTo(new Traffic(2, 6, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, "ipc", INPROC})
    void aConnectionThatIsRenewedIsOfTheSamePeerForWhoConnects(String transport, @TempDir Path directory) {
        // A place of its own, as one that is made up is gone when nobody is there.
        String endpoint = transport.equals("ipc") ? "ipc://" + directory.resolve("socket") : transport;
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(10));
        String real = endpoint;
        for (int i = 1; i <= 3; i++) {
            SocketCore pull = sockets.openFar(SocketType.PULL, endpoint);
            real = pull.bind(real).uri();
            if (i == 1) {
                push.connect(real);
            }
            assertThat(push.awaitPeer(IN_TIME)).isTrue();
            push.send(Message.of("x"));
            receive(pull);
            assertThat(pull.statistics().traffic().messagesIn()).isEqualTo(1);
            int made = i;
            await(push, "a connection", there -> there.connectionsMade() == made && there.connections() == 1);
            pull.close();
            await(push, "its end", there -> there.connections() == 0);
        }

        SocketStatistics statistics = push.statistics();
        assertThat(statistics.traffic().messagesOut()).isEqualTo(3);
        assertThat(statistics.connectionsEnded()).isEqualTo(3);
        assertThat(statistics.peers()).hasSize(1);
        if (!endpoint.equals(INPROC)) {
            assertThat(statistics.peers().get(0).traffic().messagesOut()).isEqualTo(3);
            assertThat(statistics.peers().get(0).connections()).isEqualTo(3);
        }
    }

    @Test
    void whatAReaderHasOfASenderThatLeftWasSent() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, INPROC, 100);
        for (int i = 0; i < 3; i++) {
            pair.get(1).send(Message.of("four"));
        }
        receive(pair.get(0));

        pair.get(1).close();

        await(pair.get(1), "it has left", there -> there.peers().isEmpty());
        assertThat(pair.get(1).statistics().traffic()).isEqualTo(new Traffic(0, 0, 3, 12, 0, 0));
        receive(pair.get(0));
        receive(pair.get(0));
        assertThat(pair.get(0).statistics().traffic()).isEqualTo(new Traffic(3, 12, 0, 0, 0, 0));
        assertThat(pair.get(1).statistics().traffic()).isEqualTo(new Traffic(0, 0, 3, 12, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:1", "inproc://nobody"})
    void whatNobodyGotWasNotSent(String endpoint) {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.connect(endpoint);
        push.send(Message.of("x"));
        push.send(Message.of("y"));

        push.disconnect(endpoint);

        await(push, "they are counted", there -> there.drops().containsKey(DropReason.PEER_GONE));
        assertThat(push.statistics().drops()).containsExactly(entry(DropReason.PEER_GONE, 2L));
        assertThat(push.statistics().traffic()).isEqualTo(new Traffic(0, 0, 0, 0, 0, 0));
        assertThat(push.statistics().peers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, IPC})
    void whatWaitedForTheNextConnectionWasNotSent(String endpoint) {
        SocketCore pull = sockets.open(SocketType.PULL);
        String real = pull.bind(endpoint).uri();
        SocketCore push = sockets.openFar(SocketType.PUSH, endpoint);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.connect(real);
        push.send(Message.of("one"));
        receive(pull);
        pull.close();
        await(push, "the connection has ended", there -> there.connectionsEnded() == 1);
        push.send(Message.of("two"));
        push.send(Message.of("three"));
        assertThat(push.statistics().traffic()).isEqualTo(new Traffic(0, 0, 1, 3, 0, 2));

        push.disconnect(real);

        await(push, "they are counted", there -> there.drops().containsKey(DropReason.PEER_GONE));
        assertThat(push.statistics().drops()).containsExactly(entry(DropReason.PEER_GONE, 2L));
        assertThat(push.statistics().traffic()).isEqualTo(new Traffic(0, 0, 1, 3, 0, 0));
        assertThat(push.statistics().peers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aClosedSocketSaysWhatItAllCameTo(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 100);
        pair.get(1).send(Message.of("x"));
        pair.get(1).send(Message.of("unread"));
        receive(pair.get(0));
        await(pair.get(0), "both are there", there -> there.traffic().messagesIn() == 2);

        pair.get(0).close();
        pair.get(1).close();

        await(pair.get(0), "its end", there -> there.peers().isEmpty());
        await(pair.get(1), "its end", there -> there.peers().isEmpty());
        assertThat(pair.get(0).statistics().traffic()).isEqualTo(new Traffic(2, 7, 0, 0, 0, 0));
        assertThat(pair.get(0).statistics().drops()).containsExactly(entry(DropReason.UNREAD_AT_CLOSE, 1L));
        assertThat(pair.get(0).statistics().connectionsEnded()).isEqualTo(1);
        assertThat(pair.get(1).statistics().traffic().messagesIn()).isZero();
    }

    @Test
    void aClosedSocketSaysWhatIsStillHandedOver() {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, IN_TIME);
        push.connect("tcp://127.0.0.1:1");
        push.send(Message.of("x"));

        push.close();

        assertThat(push.statistics().traffic().queuedOut()).isEqualTo(1);
        assertThat(push.statistics().peers()).hasSize(1);
    }

    @Test
    void aPeerThatTheSocketDoesNotTakeIsNoneOfItsConnections() {
        SocketCore pair = sockets.open(SocketType.PAIR);
        String real = pair.bind(TCP).uri();
        SocketCore first = sockets.openFar(SocketType.PAIR, TCP);
        first.connect(real);
        assertThat(pair.awaitPeer(IN_TIME)).isTrue();
        SocketCore second = sockets.openFar(SocketType.PAIR, TCP);
        second.connect(real);
        second.send(Message.of("not for you"));
        first.send(Message.of("x"));
        receive(pair);

        assertThat(pair.statistics().connectionsMade()).isEqualTo(1);
        assertThat(pair.statistics().traffic().messagesIn()).isEqualTo(1);
    }

    /** Steps that fail for want of memory are taken again, by whoever signals next. */
    @Test
    void whatHasPassedIsAddedOnceHoweverOftenAPeerIsLetGoOf() {
        var locked = new LockedPattern(
                Rows.of(SocketType.PULL), new OptionValues(SocketType.PULL), new DropCounters(), SocketRecords.NONE);
        var failures = new AtomicInteger();
        PipeEnd pipe = new QuietFar() {
            @Override
            public long takeLost() {
                if (failures.incrementAndGet() < 3) {
                    throw new OutOfMemoryError("for a test");
                }
                return 0;
            }
        }.attachTo(locked);
        pipe.deliver(Message.of("one"));
        pipe.deliver(Message.of("two"));
        assertThat(locked.tryReceive()).isNotNull();
        assertThat(locked.tryReceive()).isNotNull();
        assertThat(locked.statistics().peers()).hasSize(1);

        pipe.end();
        pipe.end();
        pipe.end();

        assertThat(failures).hasPositiveValue();
        SocketStatistics statistics = locked.statistics();
        assertThat(statistics.peers()).isEmpty();
        assertThat(statistics.traffic()).isEqualTo(new Traffic(2, 6, 0, 0, 0, 0));
        assertThat(statistics.connectionsMade()).isEqualTo(1);
        assertThat(statistics.connectionsEnded()).isEqualTo(1);
    }
}
