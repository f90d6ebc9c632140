package io.zmq4j.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.health.Health.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    private static final Thresholds IMPATIENT =
            new Thresholds(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    @Test
    void aContextWithoutTroubleIsUp() {
        try (var context = Context.create();
                var pull = context.pull()) {
            pull.bind("inproc://work");

            assertThat(HealthCheck.of(context).check()).isEqualTo(new Health(Status.UP, List.of()));
            assertThat(HealthCheck.of(context).check().status()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aWarningDegradesIt() {
        try (var context = Context.create();
                var push = context.push()) {
            push.bind("inproc://work");

            var health = HealthCheck.of(context, IMPATIENT).check();

            assertThat(health.status()).isEqualTo(Status.DEGRADED);
            assertThat(health.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.NO_PEERS);
        }
    }

    @Test
    void anErrorBringsItDownUntilItIsOver() {
        try (var context = Context.create();
                var push = context.push();
                var pull = context.pull()) {
            push.connect("inproc://work");
            var check = HealthCheck.of(context, IMPATIENT);

            assertThat(check.check().status()).isEqualTo(Status.DOWN);
            assertThat(check.check().findings())
                    .singleElement()
                    .extracting(Finding::sentence)
                    .asString()
                    .contains("no socket of this context has bound the name");

            pull.bind("inproc://work");
            assertThat(check.check().status()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aClosedContextIsDown() {
        var context = Context.create();
        var check = HealthCheck.of(context);
        context.close();

        assertThat(check.check().status()).isEqualTo(Status.DOWN);
    }

    @Test
    void negativeThresholdsAreRefused() {
        assertThatThrownBy(() -> Thresholds.standard().withMemory(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory is PT-1S: zero or more is allowed");
    }
}
