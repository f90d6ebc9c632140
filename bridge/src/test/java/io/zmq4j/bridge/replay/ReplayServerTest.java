package io.zmq4j.bridge.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Start;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long ENDLESS = Long.MAX_VALUE;

    private final Context context = Context.create();
    private final String place = "127.0.0.1:" + Ports.freeTcpPort();

    @BeforeEach
    void nothingIsOpen() {
        FakeHistory.OPEN.set(0);
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private ReplayServer serve(String settings, Function<Start, History> histories) {
        var address = ReplayServer.parse("replay://" + place + "?bind" + settings);
        return ReplayServer.open(address, context, histories, "test");
    }

    /** Of a topic with numbers from 0 to some last one. */
    private static Function<Start, History> upTo(long last) {
        return start -> new FakeHistory(start instanceof Start.Offset at ? at.offset() : 0, last, "");
    }

    private DealerSocket asking(String... request) {
        var dealer = context.dealer().receiveHighWaterMark(1).sendHighWaterMark(1);
        dealer.connect("tcp://" + place);
        dealer.send(request);
        return dealer;
    }

    private static Message received(DealerSocket dealer) {
        return dealer.receive(PATIENCE).orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void sendsEachRecordWithItsIdAndThenHowFarItWent() {
        try (var server = serve("", upTo(2))) {
            var dealer = asking("offset:1");
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@1", "odd", "1"));
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@2", "even", "2"));
            assertThat(received(dealer)).isEqualTo(Message.of("end", "t-0@2"));
            assertThat(server).isNotNull();
        }
    }

    @Test
    void sendsWhatBeginsWithThePrefixAndNothingThatIsNoMessage() {
        try (var server = serve("", upTo(5))) {
            var dealer = asking("beginning", "o");
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@1", "odd", "1"));
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@5", "odd", "5"));
            assertThat(received(dealer)).isEqualTo(Message.of("end", "t-0@5"));
            assertThat(server).isNotNull();
        }
    }

    @Test
    void aPrefixThatNothingHasAndATopicThatIsEmptyAreAnEndAtOnce() {
        try (var server = serve("", start -> new FakeHistory(0, start instanceof Start.Time ? -1 : 5, ""))) {
            var dealer = asking("beginning", "unknown");
            assertThat(received(dealer)).isEqualTo(Message.of("end", "t-0@5"));
            dealer.send("time:2026-11-30T12:00:00Z");
            assertThat(received(dealer)).isEqualTo(Message.of("end"));
            assertThat(server).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "offset:1x", "offset:99999999999999999999", "time:now"})
    void aRequestThatIsNoneIsAnErrorAndTheNextOneIsAnswered(String from) {
        try (var server = serve("", upTo(0))) {
            var dealer = asking(from, "e");
            assertThat(received(dealer).text()).isEqualTo("error");
            dealer.send("beginning", "a", "b");
            assertThat(received(dealer).text(1)).contains("3 frames");
            dealer.send("beginning");
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@0", "even", "0"));
            assertThat(server).isNotNull();
        }
    }

    @Test
    void aRequestThatIsTooLargeEndsItsConnectionAndNoOther() {
        try (var server = serve("", upTo(0))) {
            var dealer = asking("end");
            assertThat(received(dealer)).isEqualTo(Message.of("record", "t-0@0", "even", "0"));
            assertThat(received(dealer)).isEqualTo(Message.of("end", "t-0@0"));
            var other = asking("beginning", "x".repeat(100_000));
            dealer.send("end", "unknown");
            assertThat(received(dealer)).isEqualTo(Message.of("end", "t-0@0"));
            assertThat(server).isNotNull();
            assertThat(other.tryReceive()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsAnErrorWithTheReason() {
        try (var server = serve("", start -> new FakeHistory(0, 0, "the topic is gone"))) {
            var dealer = asking("beginning");
            assertThat(received(dealer).text()).isEqualTo("record");
            assertThat(received(dealer)).isEqualTo(Message.of("error", "the topic is gone"));
            await(() -> FakeHistory.OPEN.get() == 0);
            assertThat(server).isNotNull();
        }
    }

    @Test
    void whoDoesNotReceiveHoldsUpItsOwnReplayAlone() {
        try (var server = serve("&SNDHWM=1", upTo(ENDLESS))) {
            var silent = asking("beginning");
            await(() -> FakeHistory.OPEN.get() == 1);
            var other = asking("beginning", "even");
            for (int i = 0; i < 10_000; i += 2) {
                assertThat(received(other).text(1)).isEqualTo("t-0@" + i);
            }
            assertThat(server).isNotNull();
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void aReplayEndsWithItsRequester() {
        try (var server = serve("&SNDHWM=1", upTo(ENDLESS))) {
            var dealer = asking("beginning");
            assertThat(received(dealer).text()).isEqualTo("record");
            dealer.linger(Duration.ZERO).close();
            await(() -> FakeHistory.OPEN.get() == 0);
            assertThat(server).isNotNull();
        }
    }

    @Test
    void whoTakesNothingForTooLongLosesItsReplay() {
        try (var server = serve("&SNDHWM=1&patience=50ms", upTo(ENDLESS))) {
            var dealer = asking("beginning");
            await(() -> FakeHistory.OPEN.get() == 1);
            await(() -> FakeHistory.OPEN.get() == 0);
            assertThat(dealer.isClosed()).isFalse();
            assertThat(server).isNotNull();
        }
    }

    @Test
    void noMoreRunAtOnceThanMayAndOneForEachRequester() {
        try (var server = serve("&SNDHWM=1&max=1", upTo(ENDLESS))) {
            var first = asking("beginning");
            assertThat(received(first).text()).isEqualTo("record");
            var second = asking("beginning");
            assertThat(received(second))
                    .isEqualTo(Message.of("error", "1 replays are under way, as many as may be: ask again later"));
            first.send("beginning");
            Message next = received(first);
            while (next.text().equals("record")) {
                next = received(first);
            }
            assertThat(next.text(1)).startsWith("a replay is under way");
            assertThat(received(first).text()).isEqualTo("record");
            assertThat(server).isNotNull();
        }
    }

    @Test
    void whoHasTheEndMayAskAgainAtOnce() {
        try (var server = serve("&max=1", upTo(0))) {
            var dealer = asking("beginning");
            for (int i = 0; i < 100; i++) {
                assertThat(received(dealer).text()).isEqualTo("record");
                assertThat(received(dealer).text()).isEqualTo("end");
                dealer.send("beginning");
            }
            assertThat(server).isNotNull();
        }
    }

    @Test
    void aCloseEndsThemAll() {
        var server = serve("&SNDHWM=1", upTo(ENDLESS));
        var one = asking("beginning");
        var other = asking("beginning");
        await(() -> FakeHistory.OPEN.get() == 2);
        server.close();
        assertThat(FakeHistory.OPEN).hasValue(0);
        // Held so long: a socket that nobody has is closed.
        assertThat(one.isClosed() || other.isClosed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"router://*:1", "replay://*:1?mx=1", "nonsense"})
    void anAddressThatIsNoPlaceForReplaysIsTold(String address) {
        assertThatThrownBy(() -> Bridge.builder().replay(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatKeepsNothingCannotBeReplayed() {
        assertThatThrownBy(() -> Bridge.builder()
                        .from("pull://" + place + "?bind")
                        .to("pub://127.0.0.1:" + Ports.freeTcpPort() + "?bind")
                        .replay("replay://127.0.0.1:" + Ports.freeTcpPort() + "?bind")
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keeps nothing");
    }
}
