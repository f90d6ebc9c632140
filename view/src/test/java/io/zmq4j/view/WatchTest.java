package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.health.Finding;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.view.MadeUp.OfContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Rates STILL = new Rates(0, 0, 0, 0, 0);

    private final Watch watch = new Watch(3);

    private static OfContext pub(long sent, long dropped) {
        return MadeUp.context()
                .socket(MadeUp.socket(
                        1,
                        "PUB",
                        "ticker",
                        List.of(MadeUp.bound("tcp://*:5556", 1)),
                        MadeUp.traffic(0, sent, 0, 5),
                        Map.of(DropReason.QUEUE_FULL, dropped),
                        MadeUp.peer("tcp://*:5556", "10.0.0.7:1", "", MadeUp.traffic(0, sent, 0, 5))));
    }

    @Test
    void atTheFirstLookNothingPassesYet() {
        var seen = watch.add(pub(100, 7).at(60));

        assertThat(seen.rates()).isEqualTo(STILL);
        assertThat(seen.sockets().get(0).rates()).isEqualTo(STILL);
        assertThat(seen.sockets().get(0).peers().get(0).rates()).isEqualTo(STILL);
        assertThat(seen.totals().dropped()).isEqualTo(7);
    }

    @Test
    void aRateIsADifferenceOverTheTimeOfTheSnapshots() {
        watch.add(pub(100, 7).at(60));
        var seen = watch.add(pub(400, 9).at(62));

        var expected = new Rates(0, 0, 150, 1500, 1);
        assertThat(seen.rates()).isEqualTo(expected);
        assertThat(seen.sockets().get(0).rates()).isEqualTo(expected);
        assertThat(seen.sockets().get(0).peers().get(0).rates()).isEqualTo(new Rates(0, 0, 150, 1500, 0));
    }

    @Test
    void theSameSnapshotAgainLeavesTheRates() {
        watch.add(pub(100, 0).at(60));
        watch.add(pub(400, 0).at(62));
        var seen = watch.add(pub(400, 0).at(62));

        assertThat(seen.rates().messagesOut()).isEqualTo(150);
        assertThat(seen.sockets().get(0).rates().messagesOut()).isEqualTo(150);
        assertThat(seen.sockets().get(0).peers().get(0).rates().messagesOut()).isEqualTo(150);
    }

    @Test
    void aHistoryHasTheLastSamples() {
        for (int second = 0; second < 5; second++) {
            watch.add(pub(100 * second * second, 0).at(60 + second));
        }
        var seen = watch.add(pub(2500, 2).at(65));

        assertThat(seen.history())
                .extracting(sample -> sample.rates().messagesOut())
                .containsExactly(500.0, 700.0, 900.0);
        assertThat(seen.sockets().get(0).history()).isEqualTo(seen.history());
        assertThat(seen.history().get(2).at()).isEqualTo(MadeUp.BEGIN.plusSeconds(65));
        assertThat(seen.history().get(2).queuedOut()).isEqualTo(5);
        assertThat(seen.history().get(2).drops()).isEqualTo(2);
    }

    @Test
    void aContextThatIsYoungerThanItWasIsAnotherOne() {
        watch.add(pub(100, 0).at(60));
        var seen = watch.add(pub(5000, 0).at(3));

        assertThat(seen.rates()).isEqualTo(STILL);
        assertThat(seen.sockets().get(0).rates()).isEqualTo(STILL);
        assertThat(seen.history()).hasSize(1);
        assertThat(seen.sockets().get(0).history()).hasSize(1);
    }

    @Test
    void anotherProcessIsAnotherOneThoughItIsOlder() {
        watch.add(pub(100, 0).at(60));
        var other = pub(5000, 0);
        other.pid = 4712;

        assertThat(watch.add(other.at(90)).rates()).isEqualTo(STILL);
    }

    @Test
    void whatASocketHasSentStaysInTheTotalsWhenItHasEnded() {
        watch.add(pub(100, 7).at(60));
        var after = MadeUp.context();
        after.ended.add(new EndedSockets(
                "PUB",
                "ticker",
                1,
                MadeUp.traffic(0, 300, 0, 0),
                1,
                Map.of(DropReason.QUEUE_FULL, 9L),
                new ConnectionTotals(Map.of(), Map.of(), 0)));
        var seen = watch.add(after.at(61));

        assertThat(seen.rates()).isEqualTo(new Rates(0, 0, 200, 2000, 2));
        assertThat(seen.sockets()).isEmpty();
    }

    @Test
    void aSocketThatIsOnItsWayToItsEndMakesNoRateLessThanNothing() {
        watch.add(pub(100, 7).at(60));

        assertThat(watch.add(MadeUp.context().at(61)).rates()).isEqualTo(STILL);
    }

    @Test
    void aSocketThatIsGoneIsForgotten() {
        watch.add(pub(100, 0).at(60));
        watch.add(MadeUp.context().at(61));
        var seen = watch.add(pub(200, 0).at(62));

        assertThat(seen.sockets().get(0).rates()).isEqualTo(STILL);
        assertThat(seen.sockets().get(0).history()).hasSize(1);
    }

    @Test
    void peersThatCannotBeToldApartHaveNoRate() {
        watch.add(twins(10, 20).at(60));
        var seen = watch.add(twins(20, 40).at(61));

        assertThat(seen.sockets().get(0).peers()).extracting(WatchedPeer::rates).containsExactly(STILL, STILL);
    }

    private static OfContext twins(long one, long other) {
        return MadeUp.context()
                .socket(MadeUp.socket(
                        1,
                        "PUSH",
                        "",
                        List.of(),
                        MadeUp.traffic(0, one + other, 0, 0),
                        Map.of(),
                        MadeUp.peer("inproc://a", "", "", MadeUp.traffic(0, one, 0, 0)),
                        MadeUp.peer("inproc://a", "", "", MadeUp.traffic(0, other, 0, 0))));
    }

    @Test
    void whatIsWrongIsFound() {
        watch.add(failing().at(60));
        var seen = watch.add(failing().at(120));

        assertThat(seen.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.ENDPOINT_FAILING);
    }

    private static OfContext failing() {
        var hub = MadeUp.waiting("tcp://hub:7000", "refused", Duration.ofSeconds(2));
        return MadeUp.context()
                .socket(MadeUp.socket(1, "DEALER", "orders", List.of(hub), MadeUp.traffic(0, 0, 0, 0), Map.of()));
    }

    @Test
    void theContextsOfAProcessAreWatchedEachByItself() {
        var process = new ProcessWatch(3);
        process.add(List.of(pub(100, 0).at(60), second(10).at(6)));
        var seen = process.add(List.of(pub(200, 0).at(61), second(30).at(7)));

        assertThat(seen).extracting(context -> context.rates().messagesOut()).containsExactly(100.0, 20.0);
        assertThat(process.add(List.of(second(60).at(8))))
                .extracting(context -> context.rates().messagesOut())
                .containsExactly(30.0);
    }

    private static OfContext second(long sent) {
        var context = pub(sent, 0);
        context.number = 2;
        return context;
    }

    @Test
    void aThousandSocketsHaveAHistoryAndMoreHaveNone() {
        var context = MadeUp.context();
        for (int id = 1; id <= 1100; id++) {
            context.socket(MadeUp.socket(id, "REQ", "", List.of(), MadeUp.traffic(0, 0, 0, 0), Map.of()));
        }
        ContextSnapshot many = context.at(1);

        assertThat(watch.add(many).sockets().stream()
                        .filter(socket -> !socket.history().isEmpty()))
                .hasSize(1000);
    }
}
