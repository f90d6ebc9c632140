package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static io.zmq4j.socket.Sockets.message;
import static io.zmq4j.socket.Sockets.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A publisher that drops nothing sends as fast as it can to several subscribers. */
class PublishFloodTest {
    private static final int MANY = 60_000;
    private static final Message STOP = message(-1);

    private final Sockets sockets = new Sockets();
    private final SocketCore publisher = sockets.open(SocketType.XPUB);

    @AfterEach
    void close() {
        sockets.close();
    }

    private String bind(String endpoint, int highWaterMark) {
        publisher.set(SocketOptions.XPUB_NODROP, true);
        publisher.set(SocketOptions.XPUB_VERBOSE, true);
        publisher.set(SocketOptions.SNDHWM, highWaterMark);
        return publisher.bind(endpoint).uri();
    }

    /** One that the publisher knows all topics of. */
    private SocketCore subscriber(String endpoint, String... topics) {
        SocketCore made = sockets.openFar(SocketType.SUB, endpoint);
        for (String topic : topics) {
            made.subscribe(topic.getBytes());
        }
        made.connect(endpoint);
        for (int i = 0; i < topics.length; i++) {
            assertThat(publisher.receive(IN_TIME)).as("a subscription").isNotNull();
        }
        return made;
    }

    private void send(Message message) {
        assertThat(publisher.send(message, IN_TIME)).as("sent in time").isTrue();
    }

    private static Running<List<Integer>> receiving(SocketCore from) {
        return new Running<>(() -> {
            List<Integer> all = new ArrayList<>();
            for (Message message; !(message = from.receive(IN_TIME)).equals(STOP); ) {
                all.add(number(message));
            }
            return all;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc://*", "inproc://flood"})
    void eachGetsWhatItSubscribedToInOrder(String where) throws Exception {
        String endpoint = bind(where, 200);
        var one = receiving(subscriber(endpoint, ""));
        var two = receiving(subscriber(endpoint, ""));
        // Not in the list of every message.
        var sevens = receiving(subscriber(endpoint, "7", "-1"));
        SocketCore leaver = subscriber(endpoint, "");
        var leaving = new Running<>(() -> {
            for (int i = 0; i < 5_000; i++) {
                assertThat(leaver.receive(IN_TIME)).isEqualTo(message(i));
            }
            leaver.close();
            return true;
        });

        for (int i = 0; i < MANY; i++) {
            send(message(i));
        }
        send(STOP);

        List<Integer> all = IntStream.range(0, MANY).boxed().toList();
        assertThat(leaving.get()).isTrue();
        assertThat(one.get()).isEqualTo(all);
        assertThat(two.get()).isEqualTo(all);
        assertThat(sevens.get())
                .isEqualTo(all.stream()
                        .filter(number -> number.toString().startsWith("7"))
                        .toList());
    }

    /** The last messages leave although their sender neither sends nor waits any more. */
    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc://*"})
    void theTailOfABurstArrives(String where) {
        String endpoint = bind(where, 0);
        var subscribers = List.of(subscriber(endpoint, ""), subscriber(endpoint, ""));
        for (int burst = 0; burst < 12; burst++) {
            int sent = 0;
            long ends = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
            while (System.nanoTime() < ends) {
                for (int i = 0; i < 11; i++) {
                    send(message(sent++));
                }
            }
            for (SocketCore each : subscribers) {
                for (int i = 0; i < sent; i++) {
                    assertThat(each.receive(Duration.ofSeconds(2)))
                            .as("message %d of %d in burst %d", i, sent, burst)
                            .isEqualTo(message(i));
                }
            }
        }
    }
}
