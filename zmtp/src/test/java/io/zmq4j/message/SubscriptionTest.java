package io.zmq4j.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Message SUBSCRIBES = Message.of("\1topic");
    private static final Message CANCELS = Message.of("\0topic");

    @Test
    void oneAndZeroAreTheDirections() {
        Subscription subscribed = Subscription.of(SUBSCRIBES).orElseThrow();
        Subscription cancelled = Subscription.of(CANCELS).orElseThrow();

        assertThat(subscribed.added()).isTrue();
        assertThat(cancelled.added()).isFalse();
        assertThat(subscribed.topic()).isEqualTo(new byte[] {'t', 'o', 'p', 'i', 'c'});
        assertThat(subscribed.text()).isEqualTo("topic");
        assertThat(cancelled.message()).isEqualTo(CANCELS);
        assertThat(Subscription.of(Message.of("\1")).orElseThrow().topic()).isEmpty();
    }

    @Test
    void anythingElseIsNone() {
        for (Message other : new Message[] {
            Message.empty(),
            Message.of("topic"),
            Message.of("\2topic"),
            Message.of("\1topic", ""),
            Message.of(new byte[] {-1})
        }) {
            assertThat(Subscription.of(other)).isEmpty();
            assertThat(Subscription.is(other)).isFalse();
        }
    }

    @Test
    void nobodyCanChangeIt() {
        Subscription subscription = Subscription.of(SUBSCRIBES).orElseThrow();

        subscription.topic()[0] = 'x';

        assertThat(subscription.text()).isEqualTo("topic");
    }

    @Test
    void equalityIsByTopicAndDirection() {
        assertThat(Subscription.of(SUBSCRIBES))
                .isEqualTo(Subscription.of(Message.of("\1topic")))
                .hasSameHashCodeAs(Subscription.of(Message.of("\1topic")))
                .isNotEqualTo(Subscription.of(CANCELS));
        assertThat(Subscription.of(SUBSCRIBES).orElseThrow()).hasToString("subscribe \"topic\"");
        assertThat(Subscription.of(CANCELS).orElseThrow()).hasToString("unsubscribe \"topic\"");
    }
}
