package io.zmq4j.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a publisher is opened, and what it says if it cannot be. */
class LogPublisherBuilderTest {
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    @Test
    void itConnectsToOneThatCollects() {
        String endpoint = Ports.tcpEndpoint();
        try (var publisher = LogPublisher.builder().connect(endpoint).open();
                var context = Context.create();
                var sub = context.sub()) {
            sub.subscribe("INFO");
            sub.bind(endpoint);
            assertThat(publisher.awaitSubscriber(Reader.PATIENCE)).isTrue();
            publisher.publish(Severity.INFO, "a", "collected", () -> "collected");

            assertThat(sub.receive(Reader.PATIENCE).orElseThrow().text(1)).isEqualTo("collected");
        }
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().open())
                .withMessage("there is no endpoint: bind or connect has to be set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().linger(Duration.ofMillis(-1)))
                .withMessage("linger is PT-0.001S: zero or more is allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().options("SNDBUF=1; LINGER"))
                .withMessage("options has 'LINGER': NAME=VALUE is allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder()
                        .bind(ANY_PORT)
                        .options("NOSUCH=1")
                        .open())
                .withMessageContaining("NOSUCH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder()
                        .bind(ANY_PORT)
                        .options("XPUB_NODROP=true")
                        .open())
                .withMessageContaining("XPUB_NODROP is set");
        try (var taken = LogPublisher.builder().bind(ANY_PORT).open()) {
            assertThatThrownBy(
                            () -> LogPublisher.builder().bind(taken.endpoint()).open())
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining(taken.endpoint().substring("tcp://".length()));
        }
    }
}
