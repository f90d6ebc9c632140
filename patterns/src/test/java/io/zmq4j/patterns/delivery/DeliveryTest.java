package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aMessageIsDeliveredAndAcknowledged() {
        try (var context = Context.create();
                var sender = DeliverySender.open(context);
                var receiver = DeliveryReceiver.open(context)) {
            receiver.connect(sender.bind("tcp://127.0.0.1:*").uri());
            sender.send(Message.of("tea"));

            Delivery delivery = receiver.receive(SOON).orElseThrow();
            assertThat(delivery.message().text()).isEqualTo("tea");
            assertThat(delivery.senderId()).isEqualTo(sender.id());
            assertThat(delivery.sequence()).isEqualTo(1);
            assertThat(sender.flush(Duration.ofMillis(10))).isFalse();
            delivery.acknowledge();

            assertThat(sender.flush(SOON)).isTrue();
        }
    }
}
