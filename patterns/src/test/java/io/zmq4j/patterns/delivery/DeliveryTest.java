package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Context context = Context.create();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void aMessageIsKeptUntilItIsAcknowledged(String transport) {
        try (var sender = DeliverySender.open(context);
                var receiver = DeliveryReceiver.open(context)) {
            receiver.connect(sender.bind(endpoint(transport)).uri());
            sender.send(Message.of("tea", "42"));

            Delivery delivery = receiver.receive(SOON).orElseThrow();
            assertThat(delivery.message()).isEqualTo(Message.of("tea", "42"));
            assertThat(delivery.senderId()).isEqualTo(sender.id());
            assertThat(delivery.sequence()).isEqualTo(1);
            assertThat(delivery.isRedelivered()).isFalse();
            assertThat(sender.flush(Duration.ZERO)).isFalse();
            delivery.acknowledge();

            assertThat(sender.flush(SOON)).isTrue();
            assertThat(sender.statistics()).isEqualTo(new SenderStatistics(1, 1, 0, 0, 0, 1, 0));
            assertThat(receiver.statistics()).isEqualTo(new ReceiverStatistics(1, 0, 1, 0, 0, 1, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc", "inproc"})
    void manySendersMayConnectToAReceiver(String transport) {
        try (var receiver = DeliveryReceiver.open(context);
                var one = DeliverySender.open(context);
                var other = DeliverySender.open(context)) {
            String endpoint = receiver.bind(endpoint(transport)).uri();
            one.connect(endpoint);
            other.connect(endpoint);
            for (int i = 0; i < 1000; i++) {
                one.send(Message.of("one " + i));
                other.send(Message.of("other " + i));
            }

            Set<String> came = new HashSet<>();
            for (int i = 0; i < 2000; i++) {
                Delivery delivery = receiver.receive(SOON).orElseThrow();
                assertThat(delivery.senderId()).isIn(one.id(), other.id());
                came.add(delivery.message().text());
                delivery.acknowledge();
            }
            assertThat(came).hasSize(2000);
            assertThat(one.flush(SOON)).isTrue();
            assertThat(other.flush(SOON)).isTrue();
        }
    }

    @Test
    void whatAReceiverLeavesGoesToAnother() {
        try (var sender = DeliverySender.open(context);
                var second = DeliveryReceiver.open(context)) {
            String endpoint = sender.bind("tcp://127.0.0.1:*").uri();
            try (var first = DeliveryReceiver.open(context)) {
                first.connect(endpoint);
                for (int i = 1; i <= 100; i++) {
                    sender.send(Message.of(Integer.toString(i)));
                }
                for (int i = 1; i <= 10; i++) {
                    first.receive(SOON).orElseThrow().acknowledge();
                }
                first.receive(SOON).orElseThrow();
            }
            second.connect(endpoint);

            List<Long> numbers = new ArrayList<>();
            for (int i = 11; i <= 100; i++) {
                Delivery delivery = second.receive(SOON).orElseThrow();
                assertThat(delivery.isRedelivered()).isTrue();
                numbers.add(delivery.sequence());
                delivery.acknowledge();
            }
            assertThat(sender.flush(SOON)).isTrue();
            assertThat(numbers).isSorted().startsWith(11L).endsWith(100L);
            assertThat(sender.statistics().redelivered()).isEqualTo(90);
        }
    }

    @Test
    void everyReceiverGetsAsMuchAsItsWindowAllows() {
        try (var sender = DeliverySender.open(context);
                var slow = DeliveryReceiver.open(context, it -> it.window(1, 1000));
                var fast = DeliveryReceiver.open(context, it -> it.window(1, 1000))) {
            String endpoint = sender.bind("tcp://127.0.0.1:*").uri();
            slow.connect(endpoint);
            fast.connect(endpoint);
            for (int i = 0; i < 50; i++) {
                sender.send(Message.of("job " + i));
            }
            Delivery kept = slow.receive(SOON).orElseThrow();
            for (int i = 0; i < 49; i++) {
                fast.receive(SOON).orElseThrow().acknowledge();
            }
            assertThat(sender.flush(Duration.ZERO)).isFalse();
            kept.acknowledge();
            assertThat(sender.flush(SOON)).isTrue();
            assertThat(slow.statistics().delivered()).isEqualTo(1);
        }
    }

    @Test
    void aFutureTellsOfTheAcknowledgement() throws Exception {
        try (var sender = DeliverySender.open(context);
                var receiver = DeliveryReceiver.open(context)) {
            receiver.connect(sender.bind("inproc://work").uri());
            CompletableFuture<Void> first = sender.sendAsync(Message.of("one"));
            CompletableFuture<Void> second = sender.sendAsync(Message.of("two"));
            Delivery one = receiver.receive(SOON).orElseThrow();
            receiver.receive(SOON).orElseThrow().acknowledge();

            second.get(20, TimeUnit.SECONDS);
            assertThat(first).isNotDone();
            one.acknowledge();
            first.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aCallbackMayBlockOnTheSenderItself() throws Exception {
        try (var sender = DeliverySender.open(context, it -> it.window(1, 1000));
                var receiver = DeliveryReceiver.open(context)) {
            receiver.connect(sender.bind("inproc://work").uri());
            CompletableFuture<Void> chain = sender.sendAsync(Message.of("one")).thenRun(() -> {
                sender.send(Message.of("two"));
                sender.send(Message.of("three"));
            });
            for (int i = 0; i < 3; i++) {
                receiver.receive(SOON).orElseThrow().acknowledge();
            }
            chain.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFullWindowMakesSendersWaitOrSaysSo() {
        try (var sender = DeliverySender.open(context, it -> it.window(2, 10))) {
            sender.send(Message.of("a message of more than ten bytes"));
            assertThat(sender.trySend(Message.of("x"))).isFalse();
            assertThat(sender.send(Message.of("x"), Duration.ofMillis(20))).isFalse();
            assertThat(sender.sendAsync(Message.of("x")))
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withMessageContaining("the window is full");
            assertThat(sender.statistics().outstanding()).isEqualTo(1);
            assertThat(sender.close(Duration.ZERO)).isEqualTo(1);
        }
    }

    @Test
    void closeSaysHowManyWereNotAcknowledgedAndFailsTheirFutures() {
        var sender = DeliverySender.open(context);
        CompletableFuture<Void> future = sender.sendAsync(Message.of("one"));
        sender.send(Message.of("two"));

        assertThat(sender.close(Duration.ofMillis(20))).isEqualTo(2);
        assertThat(sender.close(Duration.ofMillis(20))).isEqualTo(2);
        assertThat(future).failsWithin(SOON).withThrowableThat().withMessageContaining("before an acknowledgement");
        assertThatThrownBy(() -> sender.send(Message.of("three"))).hasMessageContaining("closed");
        assertThatThrownBy(() -> sender.bind("inproc://late")).hasMessageContaining("closed");
    }

    @Test
    void acknowledgementsArriveThoughTheReceiverCloses() {
        try (var sender = DeliverySender.open(context)) {
            String endpoint = sender.bind("tcp://127.0.0.1:*").uri();
            try (var receiver = DeliveryReceiver.open(context)) {
                receiver.connect(endpoint);
                sender.send(Message.of("one"));
                receiver.receive(SOON).orElseThrow().acknowledge();
            }
            assertThat(sender.flush(SOON)).isTrue();
            assertThat(sender.statistics().redelivered()).isZero();
        }
    }

    @Test
    void aReceiverComesBackWhenItsSenderDoes() {
        try (var receiver = DeliveryReceiver.open(context)) {
            String endpoint = endpoint("ipc");
            receiver.connect(endpoint);
            for (int life = 0; life < 3; life++) {
                try (var sender = DeliverySender.open(context)) {
                    sender.bind(endpoint);
                    sender.send(Message.of("life " + life));
                    Delivery delivery = receiver.receive(SOON).orElseThrow();
                    assertThat(delivery.message().text()).isEqualTo("life " + life);
                    delivery.acknowledge();
                    assertThat(sender.flush(SOON)).isTrue();
                }
            }
        }
    }

    @Test
    void acknowledgingTwiceOrTooLateDoesNothing() {
        try (var receiver = DeliveryReceiver.open(context)) {
            Delivery delivery;
            try (var sender = DeliverySender.open(context)) {
                receiver.connect(sender.bind("inproc://work").uri());
                sender.send(Message.of("one"));
                delivery = receiver.receive(SOON).orElseThrow();
                delivery.acknowledge();
                delivery.acknowledge();
                assertThat(sender.flush(SOON)).isTrue();
            }
            delivery.acknowledge();
            assertThat(receiver.statistics().acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void twoOfTheSameRoleHaveNothingToSay() throws Exception {
        try (var one = DeliveryReceiver.open(context);
                var other = DeliveryReceiver.open(context)) {
            one.connect(other.bind("inproc://work").uri());
            Eventually.becomes(() -> other.statistics().refused() > 0);
            assertThat(one.statistics().senders()).isZero();
            assertThat(one.tryReceive()).isEqualTo(Optional.empty());
        }
    }

    private String endpoint(String transport) {
        return switch (transport) {
            case "tcp" -> "tcp://127.0.0.1:*";
            case "ipc" -> "ipc://" + directory.resolve("work");
            default -> "inproc://work";
        };
    }
}
