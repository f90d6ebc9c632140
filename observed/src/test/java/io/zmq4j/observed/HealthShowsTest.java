package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.health.Finding;
import io.zmq4j.health.Finding.Kind;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.health.Health;
import io.zmq4j.health.HealthCheck;
import io.zmq4j.health.Thresholds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a health check says of each fault. */
class HealthShowsTest {
    private static final Thresholds IMPATIENT =
            Thresholds.standard().withEndpointFailing(Duration.ofMillis(300)).withQueueFull(Duration.ofMillis(300));

    private final Exhibit exhibit = new Exhibit();

    @AfterEach
    void close() {
        exhibit.close();
    }

    private static Finding shown(Context context, Fault fault, Kind kind) throws InterruptedException {
        HealthCheck check = HealthCheck.of(context, IMPATIENT);
        Health health = Soon.shown(
                kind + " at " + fault.socket,
                check::check,
                it -> it.findings().stream().anyMatch(finding -> finding.kind() == kind && isOf(fault, finding)));
        return health.findings().stream()
                .filter(finding -> finding.kind() == kind && isOf(fault, finding))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(Fault fault, Finding finding) {
        return finding.socket().contains("\"" + fault.socket + "\"");
    }

    /** But for drops: where the machine is busy, a subscriber may be slow indeed. */
    @Test
    void nothingAsLongAsNothingIsWrong() throws InterruptedException {
        HealthCheck client = HealthCheck.of(exhibit.client);
        HealthCheck server = HealthCheck.of(exhibit.server);
        for (int i = 0; i < 10; i++) {
            Thread.sleep(100);
            assertThat(client.check().findings()).isEmpty();
            assertThat(server.check().findings()).extracting(Finding::kind).isSubsetOf(Kind.DROPPING);
        }
    }

    @Test
    void thatNobodyListens() throws InterruptedException {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        Finding finding = shown(exhibit.client, Fault.NOBODY_LISTENS, Kind.ENDPOINT_FAILING);
        assertThat(finding.sentence()).contains("tcp://127.0.0.1:").contains("refused");
    }

    /** However many tries there were, and events of them. */
    @Test
    void sinceWhenNobodyListensAtTheFirstLook() throws InterruptedException {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        SnapshotShowsTest.shown(exhibit.client, "lost", it -> it.connections().retries() > 20);
        assertThat(HealthCheck.of(exhibit.client, IMPATIENT).check().findings())
                .anyMatch(finding -> finding.kind() == Kind.ENDPOINT_FAILING
                        && isOf(Fault.NOBODY_LISTENS, finding)
                        && finding.since().compareTo(Duration.ofMillis(900)) > 0);
    }

    @Test
    void thatThePeerIsOfTheWrongType() throws InterruptedException {
        Fault.WRONG_TYPE.happenTo(exhibit);
        Finding finding = shown(exhibit.client, Fault.WRONG_TYPE, Kind.ENDPOINT_FAILING);
        assertThat(finding.sentence()).contains("PUB");
    }

    @Test
    void thatThePeerWantsAnotherMechanism() throws InterruptedException {
        Fault.WRONG_MECHANISM.happenTo(exhibit);
        Finding finding = shown(exhibit.client, Fault.WRONG_MECHANISM, Kind.ENDPOINT_FAILING);
        assertThat(finding.sentence()).contains("PLAIN").contains("NULL").doesNotContain("secret");
    }

    @Test
    void aSubscriberThatIsSlow() throws InterruptedException {
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        Finding dropping = shown(exhibit.server, Fault.SLOW_SUBSCRIBER, Kind.DROPPING);
        assertThat(dropping.sentence()).contains("QUEUE_FULL");
        Finding full = shown(exhibit.server, Fault.SLOW_SUBSCRIBER, Kind.QUEUE_FULL);
        assertThat(full.where()).as("who is slow").contains("127.0.0.1:");
    }

    @Test
    void aSenderThatWaits() throws InterruptedException {
        Fault.STALLED_LINK.happenTo(exhibit);
        Finding full = shown(exhibit.client, Fault.STALLED_LINK, Kind.QUEUE_FULL);
        assertThat(full.sentence()).contains("waiting to send");
        assertThat(full.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aConnectionThatIsNotThereAnyMore() throws InterruptedException {
        exhibit.pipeline.refuse();
        Fault.BROKEN_CONNECTION.happenTo(exhibit);
        shown(exhibit.client, Fault.BROKEN_CONNECTION, Kind.ENDPOINT_FAILING);
        exhibit.pipeline.admit();
        HealthCheck check = HealthCheck.of(exhibit.client, IMPATIENT);
        Soon.shown("health", check::check, it -> it.findings().isEmpty());
    }
}
