package io.zmq4j.dashboard;

import static io.zmq4j.dashboard.Made.bound;
import static io.zmq4j.dashboard.Made.busy;
import static io.zmq4j.dashboard.Made.context;
import static io.zmq4j.dashboard.Made.passed;
import static io.zmq4j.dashboard.Made.socket;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.dashboard.History.Span;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.view.ViewException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Made.Script script = new Made.Script();
    private Instant now = Made.BEGIN;
    private final InstantSource source = () -> now;
    private final Board board =
            new Board(List.of(new Watched("p1", "ipc:///run/app", script)), source.withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void overviewHasRatesTotalsAndHowItWas() throws Exception {
        script.then(context(1, 1, busy(1, "PUB", passed(0, 100), 0, bound("tcp://0.0.0.0:1", 0))));
        script.then(context(1, 2, busy(1, "PUB", passed(0, 300), 7, bound("tcp://0.0.0.0:1", 0))));
        tick();
        var overview = tick();

        var row = overview.sockets().get(0);
        assertThat(row.title()).isEqualTo("PUB #1");
        assertThat(row.endpoints()).containsExactly("bound tcp://0.0.0.0:1");
        assertThat(row.out()).isEqualTo(200);
        assertThat(row.dropped()).isEqualTo(7);
        assertThat(row.drops()).isEqualTo(7);
        assertThat(row.recent()).containsExactly(0, 200);
        assertThat(overview.totals().out()).isEqualTo(200);
        assertThat(overview.totals().dropped()).isEqualTo(7);
        assertThat(overview.totals().recent().out()).containsExactly(0, 200);
    }

    @Test
    void findingLeadsToItsSocket() throws Exception {
        script.then(context(1, 1, busy(1, "PUB", passed(0, 0), 0)));
        script.then(context(1, 2, busy(1, "PUB", passed(0, 0), 9)));
        tick();
        var overview = tick();

        assertThat(overview.findings()).hasSize(1);
        assertThat(overview.findings().get(0).socket()).isEqualTo("p1-1-1-1");
        assertThat(overview.findings().get(0).sentence()).contains("dropped 9 messages");
        assertThat(overview.sockets().get(0).severity()).isEqualTo("WARNING");
    }

    @Test
    void processThatDiesStaysAsGoneAndIsFoundAgain() throws Exception {
        script.then(context(1, 1, socket(1, "PUB"))).then("nobody is there").then(context(2, 1, socket(1, "PUB")));
        tick();
        var gone = tick();
        var pause = tick();
        var back = tick();

        assertThat(gone.processes().get(0).state()).isEqualTo(State.GONE);
        assertThat(gone.processes().get(0).trouble()).isEqualTo("nobody is there");
        assertThat(gone.sockets()).extracting(Overview.Row::state).containsExactly(State.GONE);
        assertThat(gone.totals().sockets()).isZero();
        assertThat(pause.processes().get(0).state()).isEqualTo(State.GONE);
        assertThat(back.processes().get(0).state()).isEqualTo(State.SEEN);
        assertThat(back.processes().get(0).trouble()).isNull();
        assertThat(back.processes().get(0).pid()).isEqualTo(2);
        assertThat(script.opened).isEqualTo(2);
        assertThat(script.closed).isEqualTo(1);
    }

    @Test
    void processThatWasNeverSeenIsAwaited() throws Exception {
        script.then("nobody is there");

        assertThat(tick().processes().get(0).state()).isEqualTo(State.AWAITED);
    }

    @Test
    void whileAProcessIsGoneItsHistoryHasAGap() throws Exception {
        script.then(context(1, 1, socket(1, "PUB"))).then("nobody is there").then(context(1, 4, socket(1, "PUB")));
        tick();
        tick();
        tick();
        tick();

        var history = board.socket("p1-1-1-1", Span.MINUTES).history();
        assertThat(history.at())
                .containsExactly(
                        Made.BEGIN.plusSeconds(1).toEpochMilli(),
                        Made.BEGIN.plusSeconds(4).toEpochMilli());
    }

    @Test
    void lookThatHangsKeepsNobodyElseFromBeingSeen() throws Exception {
        var released = new CountDownLatch(1);
        var quick = new Made.Script().then(context(2, 1, socket(1, "PUB"))).then(context(2, 2, socket(1, "PUB")));
        Watched.Opening slow = () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new ViewException("too late");
        };
        try (var both = new Board(
                List.of(new Watched("p1", "slow", slow), new Watched("p2", "quick", quick)), Clock.systemUTC())) {
            both.tick();
            var second = both.tick();

            assertThat(second.processes())
                    .extracting(Overview.Program::state)
                    .containsExactly(State.AWAITED, State.SEEN);
            released.countDown();
        }
    }

    @Test
    void lieAboutTimeIsShownAsFarAsItGoes() throws Exception {
        script.then(new ContextSnapshot(
                "liar",
                1,
                "0.1",
                1,
                Instant.MAX,
                Duration.ofSeconds(Long.MAX_VALUE),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

        assertThat(tick().processes().get(0).age()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void socketThatIsNotThereIsNot() throws Exception {
        script.then(context(1, 1));
        tick();

        assertThat(board.socket("p1-1-1-1", Span.MINUTES)).isNull();
    }

    private Overview tick() throws InterruptedException {
        now = now.plusSeconds(1);
        return board.tick();
    }
}
