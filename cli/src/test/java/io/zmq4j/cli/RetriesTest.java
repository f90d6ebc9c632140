package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final String THERE = "tcp://127.0.0.1:5599";
    private static final String REFUSED = "127.0.0.1:5599: Connection refused";
    private static final Duration TRY = Duration.ofMillis(100);

    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private final Retries retries = new Retries(() -> now, true);
    private final List<String> said = new ArrayList<>();

    @Test
    void aPeerThatIsNotThereIsSaidOnceAndThenAtGrowingIntervals() {
        fail(REFUSED, 160);

        assertThat(said)
                .containsExactly(
                        "* connecting to " + THERE,
                        "* cannot reach " + THERE + ": " + REFUSED,
                        "* still cannot reach " + THERE + ": " + REFUSED + ", 11 tries in 1.0 s",
                        "* still cannot reach " + THERE + ": " + REFUSED + ", 31 tries in 3.0 s",
                        "* still cannot reach " + THERE + ": " + REFUSED + ", 71 tries in 7.0 s",
                        "* still cannot reach " + THERE + ": " + REFUSED + ", 151 tries in 15.0 s");
    }

    @Test
    void aReminderComesEveryFiveMinutesAtLeast() {
        fail(REFUSED, 36_000);

        assertThat(said).hasSizeBetween(2 + 9 + 8, 2 + 9 + 12);
    }

    @Test
    void anotherReasonIsSaidAtOnceAndOnce() {
        fail(REFUSED, 3);
        fail("127.0.0.1:5599: No route to host", 3);
        fail(REFUSED, 2);

        assertThat(said)
                .containsExactly(
                        "* connecting to " + THERE,
                        "* cannot reach " + THERE + ": " + REFUSED,
                        "* cannot reach " + THERE + ": 127.0.0.1:5599: No route to host");
    }

    @Test
    void whenThePeerIsBackItSaysAfterHowManyTriesAndTheNextTimeStartsAnew() {
        fail(REFUSED, 3);
        say(Type.CONNECTED, null, "");
        say(Type.HANDSHAKE_SUCCEEDED, null, "REP over ZMTP 3.1");
        said.clear();
        say(Type.DISCONNECTED, CloseReason.PEER_CLOSED, "");
        fail(REFUSED, 2);

        assertThat(said)
                .containsExactly(
                        "* disconnected from " + THERE + ": peer closed",
                        "* connecting to " + THERE,
                        "* cannot reach " + THERE + ": " + REFUSED);
    }

    @Test
    void recoveryHasTheNumberOfTries() {
        fail(REFUSED, 12);
        say(Type.HANDSHAKE_SUCCEEDED, null, "REP over ZMTP 3.1");

        assertThat(said).last().isEqualTo("* ready at " + THERE + ": REP over ZMTP 3.1, after 12 tries in 1.2 s");
    }

    @Test
    void whoIsReadyAtOnceHasNoNumberOfTries() {
        say(Type.CONNECT_DELAYED, null, "");
        say(Type.HANDSHAKE_SUCCEEDED, null, "REP over ZMTP 3.1");

        assertThat(said).last().isEqualTo("* ready at " + THERE + ": REP over ZMTP 3.1");
    }

    @Test
    void aPeerThatTakesConnectionsAndEndsThemIsSaidOnceAsWell() {
        for (int i = 0; i < 9; i++) {
            say(Type.CONNECT_DELAYED, null, "");
            say(Type.CONNECTED, null, "");
            say(Type.HANDSHAKE_FAILED, CloseReason.CONNECTION_LOST, "in the greeting");
            say(Type.CONNECT_RETRIED, CloseReason.CONNECTION_LOST, "in the greeting");
            now += TRY.toNanos();
        }

        assertThat(said)
                .containsExactly(
                        "* connecting to " + THERE,
                        "* connected to " + THERE,
                        "* handshake failed at " + THERE + ": connection lost, in the greeting",
                        "* cannot reach " + THERE + ": in the greeting");
    }

    @Test
    void aPeerThatSaysSomethingElseEachTimeDoesNotFlood() {
        for (int i = 0; i < 9_000; i++) {
            say(Type.CONNECT_RETRIED, null, "reason " + i);
        }

        assertThat(said).hasSize(50);
    }

    @Test
    void withoutRemindersItIsSaidOnce() {
        var seldom = new Retries(() -> now, false);
        var lines = new ArrayList<@Nullable String>();
        for (int i = 0; i < 100; i++) {
            lines.add(seldom.line(event(Type.CONNECT_RETRIED, null, REFUSED)));
            now += TRY.toNanos();
        }

        assertThat(lines).filteredOn(line -> line != null).containsExactly("* cannot reach " + THERE + ": " + REFUSED);
    }

    private void fail(String detail, int tries) {
        for (int i = 0; i < tries; i++) {
            say(Type.CONNECT_DELAYED, null, "");
            say(Type.CONNECT_RETRIED, null, detail);
            now += TRY.toNanos();
        }
    }

    private void say(Type type, @Nullable CloseReason reason, String detail) {
        String line = retries.line(event(type, reason, detail));
        if (line != null) {
            said.add(line);
        }
    }

    private static SocketEvent event(Type type, @Nullable CloseReason reason, String detail) {
        return new SocketEvent(type, THERE, null, reason, detail, 0);
    }
}
