package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two threads send and two receive on each side of one connection, as fast as they can. */
class FloodTest {
    private static final long FLOOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1_200);

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    static Stream<String> endpoints() {
        return Stream.of("tcp://127.0.0.1:*", "ipc://*", "inproc://flood");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nothingIsLostAndNoSendersMessagesChangePlaces(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.DEALER, SocketType.DEALER, endpoint, 100);
        var stream = new Direction(pair.get(0), pair.get(1));
        var back = new Direction(pair.get(1), pair.get(0));

        stream.awaitAndCheck();
        back.awaitAndCheck();
    }

    /**
     * One direction: two senders, each numbering its messages, and two receivers that share what comes. With two
     * receivers only the order of what one of them got of one sender can be told.
     */
    private static final class Direction {
        private static final int STOP = -1;

        private final List<Running<Integer>> senders = new ArrayList<>();
        private final List<Running<int[]>> receivers = new ArrayList<>();
        private final SocketCore from;
        private final AtomicInteger received = new AtomicInteger();

        Direction(SocketCore from, SocketCore to) {
            this.from = from;
            for (int sender = 0; sender < 2; sender++) {
                int own = sender;
                senders.add(new Running<>(() -> send(own)));
                receivers.add(new Running<>(() -> receive(to)));
            }
        }

        private int send(int own) {
            long ends = System.nanoTime() + FLOOD_NANOS;
            int number = 0;
            while ((number & 63) != 0 || System.nanoTime() < ends) {
                from.send(Message.wrap(new byte[] {
                    (byte) own, (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
                }));
                number++;
            }
            return number;
        }

        /** The number of messages of each sender. */
        private int[] receive(SocketCore to) {
            int[] last = {-1, -1};
            int[] counts = {0, 0};
            while (true) {
                byte[] bytes = to.receive().array(0);
                int sender = bytes[0];
                if (sender == STOP) {
                    return counts;
                }
                int number = (bytes[1] & 255) << 24 | (bytes[2] & 255) << 16 | (bytes[3] & 255) << 8 | (bytes[4] & 255);
                if (number <= last[sender]) {
                    throw new AssertionError("sender " + sender + ": " + number + " after " + last[sender]);
                }
                last[sender] = number;
                counts[sender]++;
                received.incrementAndGet();
            }
        }

        void awaitAndCheck() throws Exception {
            int[] sent = {senders.get(0).get(), senders.get(1).get()};
            for (int i = 0; i < receivers.size(); i++) {
                from.send(Message.wrap(new byte[] {STOP}));
            }
            int[] one = receivers.get(0).get();
            int[] two = receivers.get(1).get();
            assertThat(new int[] {one[0] + two[0], one[1] + two[1]}).containsExactly(sent);
            assertThat(sent[0] + sent[1]).isGreaterThan(1_000);
        }
    }

    /** The last messages of a flood leave although their sender neither sends nor waits any more. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void theTailOfABurstArrives(String endpoint) {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 0);
        SocketCore push = pair.get(0);
        SocketCore pull = pair.get(1);
        Message message = Message.of("x");
        for (int burst = 0; burst < 12; burst++) {
            int sent = 0;
            // Longer than it takes the caretaker to take over.
            long ends = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(40);
            while (System.nanoTime() < ends) {
                for (int i = 0; i < 11; i++) {
                    push.send(message);
                    sent++;
                }
            }
            for (int i = 0; i < sent; i++) {
                assertThat(pull.receive(Duration.ofSeconds(2)))
                        .as("message %d of %d in burst %d", i, sent, burst)
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void theTailOfABurstArrivesWhileAFutureIsPending(String endpoint) {
        var pair = sockets.pair(SocketType.DEALER, SocketType.DEALER, endpoint, 0);
        SocketCore one = pair.get(0);
        SocketCore two = pair.get(1);
        var pending = one.receiveAsync();
        Message message = Message.of("x");
        for (int burst = 0; burst < 100; burst++) {
            for (int i = 0; i < 1000; i++) {
                one.send(message);
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(two.receive(Duration.ofSeconds(2)))
                        .as("message %d", i)
                        .isNotNull();
            }
        }
        assertThat(pending).isNotDone();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void messagesOfEverySizeArriveWhole(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 10);
        int[] sizes = {0, 1, 255, 256, 8191, 8192, 65535, 65536, 262_144, 3_000_001};
        var sender = new Running<>(() -> {
            for (int round = 0; round < 5; round++) {
                for (int size : sizes) {
                    pair.get(0).send(Message.of(body(size, round), body(3, round)));
                }
            }
            return true;
        });
        for (int round = 0; round < 5; round++) {
            for (int size : sizes) {
                Message message = pair.get(1).receive(Sockets.IN_TIME);
                assertThat(message).isNotNull();
                assertThat(message.frameCount()).isEqualTo(2);
                assertThat(message.array(0)).isEqualTo(body(size, round));
                assertThat(message.array(1)).isEqualTo(body(3, round));
            }
        }
        assertThat(sender.get()).isTrue();
    }

    private static byte[] body(int size, int round) {
        var body = new byte[size];
        for (int i = 0; i < size; i++) {
            body[i] = (byte) (i * 31 + round);
        }
        return body;
    }
}
