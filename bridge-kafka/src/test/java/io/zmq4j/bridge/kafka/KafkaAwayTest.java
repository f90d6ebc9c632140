package io.zmq4j.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaAwayTest extends WithBroker {
    @Test
    @Timeout(120)
    void whatWaitsWhileTheBrokerIsAwayIsBoundedAndWrittenInOrderWhenItIsBack() {
        try (var bridge = to("away?create=1")
                .from(pushed() + "&RCVHWM=1")
                .inFlight(10, 1 << 20)
                .start()) {
            push.send("0");
            assertThat(stored("away", 1)).hasSize(1);
            broker().kill();
            try {
                for (int i = 1; i < 100; i++) {
                    push.send(Integer.toString(i));
                }
                awaitTheBound(bridge);
                assertThat(bridge.progress().read()).isLessThanOrEqualTo(11);
            } finally {
                broker().restart();
            }
            assertThat(stored("away", 100))
                    .extracting(each -> Integer.parseInt(Records.text(each.value())))
                    .isEqualTo(IntStream.range(0, 100).boxed().toList());
        }
    }

    /** A producer that has noticed it takes none, else there is a record for each place. */
    private static void awaitTheBound(Bridge bridge) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (bridge.progress().phase() == Phase.RUNNING && bridge.progress().inFlightRecords() < 10) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
    }
}
