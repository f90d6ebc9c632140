package io.zmq4j.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {
    private static final DoubleSupplier LEAST = () -> 0;
    private static final DoubleSupplier MOST = () -> Math.nextDown(1.0);

    private static ReconnectDelay delay(long baseMillis, long maxMillis, DoubleSupplier random) {
        var options = new OptionValues(SocketType.DEALER);
        options.set(
                SocketOptions.RECONNECT_IVL, baseMillis < 0 ? SocketOptions.FOREVER : Duration.ofMillis(baseMillis));
        options.set(SocketOptions.RECONNECT_IVL_MAX, Duration.ofMillis(maxMillis));
        return new ReconnectDelay(options, random);
    }

    @Test
    void withoutAMaximumItIsTheIntervalPlusLessThanOneMore() {
        ReconnectDelay least = delay(100, 0, LEAST);
        ReconnectDelay most = delay(100, 0, MOST);

        for (int i = 0; i < 10; i++) {
            assertThat(least.nextMillis()).isEqualTo(100);
            assertThat(most.nextMillis()).isEqualTo(199);
        }
    }

    @Test
    void withAMaximumItGrowsUpToThat() {
        ReconnectDelay delay = delay(100, 1000, MOST);

        long before = 0;
        for (int i = 0; i < 10; i++) {
            long next = delay.nextMillis();
            assertThat(next).isBetween(Math.max(100, before), 1000L);
            before = next;
        }
        assertThat(before).isGreaterThanOrEqualTo(900);
    }

    @Test
    void itIsNeverLessThanTheIntervalNorMoreThanTheMaximum() {
        for (DoubleSupplier random : new DoubleSupplier[] {LEAST, MOST, () -> 0.5}) {
            ReconnectDelay delay = delay(50, 400, random);
            for (int i = 0; i < 20; i++) {
                assertThat(delay.nextMillis()).isBetween(50L, 400L);
            }
        }
    }

    @Test
    void theJitterSpreadsClientsAtTheMaximumToo() {
        ReconnectDelay least = delay(10, 1000, LEAST);
        ReconnectDelay most = delay(10, 1000, MOST);
        for (int i = 0; i < 20; i++) {
            least.nextMillis();
            most.nextMillis();
        }

        assertThat(most.nextMillis() - least.nextMillis()).isGreaterThan(400);
    }

    @Test
    void aMaximumBelowTheIntervalIsNone() {
        ReconnectDelay delay = delay(100, 50, LEAST);
        for (int i = 0; i < 5; i++) {
            assertThat(delay.nextMillis()).isEqualTo(100);
        }
    }

    @Test
    void aCompletedHandshakeStartsItAnew() {
        ReconnectDelay delay = delay(100, 10_000, MOST);
        long first = delay.nextMillis();
        for (int i = 0; i < 5; i++) {
            delay.nextMillis();
        }
        assertThat(delay.nextMillis()).isGreaterThan(first);

        delay.reset();

        assertThat(delay.nextMillis()).isEqualTo(first);
    }

    @Test
    void foreverMeansNotAgain() {
        assertThat(delay(-1, 0, LEAST).isEnabled()).isFalse();
        assertThat(delay(1, 0, LEAST).isEnabled()).isTrue();
    }
}
