package io.zmq4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.dashboard.History.Span;
import io.zmq4j.view.Rates;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void tenMinutesAreThereSecondBySecondTheOldestFirst() {
        for (int second = 1; second <= 700; second++) {
            history.add(second * 1000L, rates(second), second, 2 * second);
        }

        var points = history.points(Span.MINUTES);

        assertThat(points.at()).hasSize(600).startsWith(101_000L, 102_000L).endsWith(700_000L);
        assertThat(points.out()).startsWith(101f).endsWith(700f);
        assertThat(points.queuedIn()).endsWith(700f);
        assertThat(points.queuedOut()).endsWith(1400f);
    }

    @Test
    void minuteOfADayHasTheAverageRateAndTheLongestQueue() {
        for (int second = 0; second <= 60; second++) {
            history.add(second * 1000L, rates(second % 2 == 0 ? 10 : 20), second == 30 ? 500 : 1, 0);
        }

        var points = history.points(Span.DAY);

        assertThat(points.at()).containsExactly(0);
        assertThat(points.out()).containsExactly(15f);
        assertThat(points.queuedIn()).containsExactly(500f);
    }

    @Test
    void dayEndsAfter24Hours() {
        for (int minute = 0; minute <= 25 * 60; minute++) {
            history.add(minute * 60_000L, rates(minute), 0, 0);
        }

        var points = history.points(Span.DAY);

        assertThat(points.at()).hasSize(24 * 60).startsWith(60 * 60_000L);
        assertThat(points.out()).endsWith(1499f);
    }

    @Test
    void lastSecondsAreFewerWhereThereAreFewer() {
        history.add(1000, rates(1), 0, 0);

        assertThat(history.last(60).at()).containsExactly(1000);
    }

    @Test
    void socketsBeyondTheLimitTakeThePlaceOfThoseWithoutNews() {
        var histories = new Histories();
        for (int i = 0; i <= Histories.MAX; i++) {
            histories.add("s" + i, 1000, rates(1), 0, 0);
        }

        assertThat(histories.of("s0")).isNull();
        assertThat(histories.of("s1")).isNotNull();
        assertThat(histories.of("s" + Histories.MAX)).isNotNull();
    }

    private static Rates rates(double out) {
        return new Rates(0, 0, out, 0, 0);
    }
}
