package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zmq4j.micrometer.ZmqMetrics;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What meters say of each fault. */
class MetricsShowTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Exhibit exhibit = new Exhibit();
    private final ZmqMetrics client = new ZmqMetrics(exhibit.client);
    private final ZmqMetrics server = new ZmqMetrics(exhibit.server);

    @BeforeEach
    void bind() {
        client.bindTo(registry);
        server.bindTo(registry);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        exhibit.close();
    }

    /** Waits until a meter of this name, socket and further tag is at least so much. */
    private void shown(String meter, Fault fault, String key, String value, double least) throws InterruptedException {
        Soon.shown(
                meter + " of " + fault.socket,
                () -> registry.find(meter).tags("socket", fault.socket, key, value).meters().stream()
                        .mapToDouble(MetricsShowTest::first)
                        .sum(),
                sum -> sum >= least);
    }

    private static double first(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void thatNobodyListens() throws InterruptedException {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        shown("zmq4j.connections.retried", Fault.NOBODY_LISTENS, "type", "DEALER", 2);
        assertThat(registry.find("zmq4j.peers").tags("socket", "lost").gauge().value()).isZero();
    }

    @Test
    void thatThePeerIsOfTheWrongType() throws InterruptedException {
        Fault.WRONG_TYPE.happenTo(exhibit);
        shown("zmq4j.connections.failed", Fault.WRONG_TYPE, "type", "REQ", 1);
    }

    @Test
    void aSubscriberThatIsSlow() throws InterruptedException {
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        shown("zmq4j.messages.dropped", Fault.SLOW_SUBSCRIBER, "reason", "queue_full", 1);
        shown("zmq4j.queue.fullest", Fault.SLOW_SUBSCRIBER, "queue", "send", 0.5);
    }

    @Test
    void aSenderThatWaits() throws InterruptedException {
        Fault.STALLED_LINK.happenTo(exhibit);
        shown("zmq4j.sends.waiting", Fault.STALLED_LINK, "type", "PUSH", 1);
    }

    @Test
    void aConnectionThatBreaksAndComesBack() throws InterruptedException {
        shown("zmq4j.connections.opened", Fault.BROKEN_CONNECTION, "type", "PUSH", 1);
        Fault.BROKEN_CONNECTION.happenTo(exhibit);
        shown("zmq4j.connections.ended", Fault.BROKEN_CONNECTION, "type", "PUSH", 1);
        shown("zmq4j.connections.opened", Fault.BROKEN_CONNECTION, "type", "PUSH", 2);
    }
}
