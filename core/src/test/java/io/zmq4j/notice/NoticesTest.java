package io.zmq4j.notice;

import static io.zmq4j.event.SocketEvent.Type.ACCEPT_FAILED;
import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.DROPPED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.event.SocketEvent.Type.INTERFACE_BACK;
import static io.zmq4j.event.SocketEvent.Type.INTERFACE_LOST;
import static io.zmq4j.event.SocketEvent.Type.LISTENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said, and how seldom, by a clock that the test sets. */
class NoticesTest {
    private static final String DB = "tcp://db:5555";
    private static final String DOOR = "tcp://*:5555";
    private static final String REFUSED = "127.0.0.1:5555: Connection refused";

    private final List<String> said = new ArrayList<>();
    private final List<@Nullable Throwable> causes = new ArrayList<>();
    private long now;

    private final Notices notices = notices(true);
    private final SocketNotices req = notices.of(() -> "REQ \"orders\"");

    private Notices notices(boolean isWanted) {
        return new Notices(isWanted, Runnable::run, this::say, () -> now);
    }

    private void say(Theme theme, System.Logger.Level level, String text, @Nullable Throwable cause) {
        said.add(level + " " + theme + ": " + text);
        causes.add(cause);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static SocketEvent failedTry(String endpoint, String why, long millis) {
        return new SocketEvent(CONNECT_RETRIED, endpoint, null, null, why, millis);
    }

    private static SocketEvent event(SocketEvent.Type type, String endpoint, @Nullable CloseReason reason) {
        return new SocketEvent(type, endpoint, "10.0.0.7:40112", reason, "the peer is a REP", 0);
    }

    private static SocketEvent dropped(DropReason reason, long count) {
        return new SocketEvent(DROPPED, "", null, null, reason.name(), count);
    }

    // ---- an endpoint that cannot be connected

    @Test
    void theFirstFailedTryIsSaidWithItsReasonAndTheNextTry() {
        req.hear(failedTry(DB, REFUSED, 100));

        assertThat(said)
                .containsExactly(
                        "WARNING CONNECTION: REQ \"orders\" cannot connect to tcp://db:5555: 127.0.0.1:5555: Connection refused."
                                + " Next try in 0.1 s");
    }

    @Test
    void theSameFailureIsSaidAgainAfterAMinuteTenMinutesAnHourAndEachHour() {
        List<Duration> when = new ArrayList<>();
        for (long second = 0; second < Duration.ofHours(3).toSeconds(); second++) {
            int before = said.size();
            req.hear(failedTry(DB, REFUSED, 1000));
            if (said.size() > before) {
                when.add(Duration.ofSeconds(second));
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(when)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(2));
        assertThat(said.get(1)).endsWith("Next try in 1.0 s (61 times in 60 s)");
    }

    @Test
    void anotherReasonIsSaidAtOnceButEachOnce() {
        for (int i = 0; i < 10; i++) {
            req.hear(failedTry(DB, REFUSED, 100));
            req.hear(failedTry(DB, "db: unknown host", 100));
        }
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("unknown host");
    }

    @Test
    void reasonsThatChangeAllTheTimeAreNotNews() {
        for (int i = 0; i < 100; i++) {
            req.hear(failedTry(DB, "port " + i, 100));
        }
        assertThat(said).hasSize(8);
    }

    @Test
    void recoveryIsSaidOnceAndTheNextFailureIsNews() {
        req.hear(failedTry(DB, REFUSED, 100));
        req.hear(failedTry(DB, REFUSED, 100));
        pass(Duration.ofSeconds(90));
        req.hear(event(HANDSHAKE_SUCCEEDED, DB, null));
        req.hear(event(HANDSHAKE_SUCCEEDED, DB, null));
        req.hear(failedTry(DB, REFUSED, 100));

        assertThat(said).hasSize(3);
        assertThat(said.get(1))
                .isEqualTo("INFO CONNECTION: REQ \"orders\" is connected to tcp://db:5555, after 2 failures in 90 s");
    }

    @Test
    void eachEndpointHasItsOwnEpisode() {
        req.hear(failedTry(DB, REFUSED, 100));
        req.hear(failedTry("tcp://other:1", REFUSED, 100));
        assertThat(said).hasSize(2);
    }

    @Test
    void aConnectionThatBreaksAndComesBackIsNoNews() {
        req.hear(event(DISCONNECTED, DB, CloseReason.PEER_CLOSED));
        req.hear(new SocketEvent(CONNECT_RETRIED, DB, null, CloseReason.PEER_CLOSED, "the peer closed", 100));
        req.hear(event(HANDSHAKE_SUCCEEDED, DB, null));
        assertThat(said).isEmpty();
    }

    @Test
    void aConnectionThatBreaksBecauseThePeerIsTheWrongOneIsSaid() {
        req.hear(new SocketEvent(CONNECT_RETRIED, DB, null, CloseReason.MALFORMED_FRAME, "reserved bits", 60_000));
        assertThat(said).singleElement().asString().endsWith("reserved bits. Next try in 60 s");
    }

    @Test
    void aHandshakeThatFailsWhereWeConnectIsSaidOnceWithTheNextTry() {
        req.hear(event(HANDSHAKE_FAILED, DB, CloseReason.INCOMPATIBLE_SOCKET_TYPE));
        req.hear(failedTry(DB, "the peer is a PUB", 60_000));
        assertThat(said).singleElement().asString().contains("the peer is a PUB. Next try in 60 s");
    }

    @Test
    void givingUpIsSaid() {
        req.hear(new SocketEvent(CLOSED, DB, null, CloseReason.CONNECTION_LOST, "", 0));
        assertThat(said).singleElement().asString().startsWith("WARNING").contains("gave tcp://db:5555 up");
    }

    @Test
    void aCloseIsNotAndEndsTheEpisode() {
        req.hear(failedTry(DB, REFUSED, 100));
        req.hear(new SocketEvent(CLOSED, DB, null, CloseReason.CLOSED_LOCALLY, "", 0));
        assertThat(said).hasSize(1);
        req.hear(failedTry(DB, REFUSED, 100));
        assertThat(said).hasSize(2);
    }

    // ---- a bound endpoint

    @Test
    void eachKindOfFailedHandshakeIsSaidOnceForABoundEndpoint() {
        req.hear(event(LISTENING, DOOR, null));
        for (int i = 0; i < 10; i++) {
            req.hear(event(HANDSHAKE_FAILED, DOOR, CloseReason.INCOMPATIBLE_SOCKET_TYPE));
            req.hear(event(HANDSHAKE_FAILED, DOOR, CloseReason.NOT_ZMTP));
        }
        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .isEqualTo("WARNING CONNECTION: REQ \"orders\" did not let 10.0.0.7:40112 in at tcp://*:5555: "
                        + "the peer is a REP");
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseReason.class,
            names = {"PEER_CLOSED", "CONNECTION_LOST", "CLOSED_LOCALLY"})
    void aPeerThatLeavesABoundEndpointIsNoNews(CloseReason reason) {
        req.hear(event(LISTENING, DOOR, null));
        req.hear(event(HANDSHAKE_SUCCEEDED, DOOR, null));
        req.hear(event(DISCONNECTED, DOOR, reason));
        req.hear(event(HANDSHAKE_FAILED, DOOR, reason));
        assertThat(said).isEmpty();
    }

    @Test
    void whatCannotBeAcceptedIsSaidOnce() {
        req.hear(new SocketEvent(ACCEPT_FAILED, DOOR, null, null, "Too many open files", 0));
        req.hear(new SocketEvent(ACCEPT_FAILED, DOOR, null, null, "Too many open files", 0));
        assertThat(said)
                .containsExactly("WARNING CONNECTION: REQ \"orders\" cannot accept a peer at tcp://*:5555: "
                        + "Too many open files");
    }

    @Test
    void anInterfaceThatIsLostAndBackIsSaid() {
        req.hear(new SocketEvent(INTERFACE_LOST, DB, null, null, "eth0 is down", 0));
        req.hear(new SocketEvent(INTERFACE_BACK, DB, null, null, "", 0));
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).startsWith("INFO");
    }

    @Test
    void aPeerThatIsNotWantedAfterItsHandshakeIsSaid() {
        req.hear(event(LISTENING, DOOR, null));
        req.hear(event(DISCONNECTED, DOOR, CloseReason.REFUSED_BY_SOCKET));
        req.hear(event(DISCONNECTED, DOOR, CloseReason.MESSAGE_TOO_LARGE));
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("broke off with 10.0.0.7:40112 at tcp://*:5555");
    }

    @Test
    void aLogThatFailsHarmsNobody() {
        var deaf = new Notices(
                true,
                Runnable::run,
                (theme, level, text, cause) -> {
                    throw new IllegalStateException("part of a test");
                },
                () -> now);
        deaf.of(() -> "REQ").hear(failedTry(DB, REFUSED, 100));
        deaf.say(Theme.CLOSE, System.Logger.Level.WARNING, "waits", null);
    }

    // ---- drops

    @Test
    void aDropIsSaidWithItsReasonAndWhatToDo() {
        req.hear(dropped(DropReason.QUEUE_FULL, 1));
        req.hear(dropped(DropReason.QUEUE_FULL, 10));

        assertThat(said.get(0))
                .startsWith("WARNING DROP: REQ \"orders\" dropped 1 message (QUEUE_FULL): ")
                .contains("SNDHWM");
        assertThat(said.get(1)).contains("dropped 10 messages so far (QUEUE_FULL)");
    }

    @ParameterizedTest
    @EnumSource(DropReason.class)
    void everyReasonHasItsWords(DropReason reason) {
        assertThat(Words.of(reason)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DropReason.class,
            names = {"CONFLATED", "NOT_SUBSCRIBED", "LATE_REPLY", "UNREAD_AT_CLOSE"})
    void whatIsDroppedByDesignIsNoNews(DropReason reason) {
        req.hear(dropped(reason, 1));
        assertThat(said).isEmpty();
    }

    // ---- handlers

    @Test
    void aHandlerThatFailsIsSaidWithItsStackAndThenSeldom() {
        var failure = new IllegalStateException("part of a test");
        for (int i = 0; i < 100; i++) {
            req.handlerFailed("an event listener", failure);
        }
        assertThat(said)
                .containsExactly(
                        "WARNING HANDLER: REQ \"orders\": an event listener failed",
                        "WARNING HANDLER: REQ \"orders\": an event listener failed, as 10 times so far",
                        "WARNING HANDLER: REQ \"orders\": an event listener failed, as 100 times so far");
        assertThat(causes).containsOnly(failure);
    }

    // ---- the whole context

    @Test
    void aContextSaysTwentyLinesAMinuteAndThenHowManyWereLeftOut() {
        for (int i = 0; i < 100; i++) {
            req.hear(failedTry("tcp://host" + i + ":1", REFUSED, 100));
        }
        assertThat(said).hasSize(20);
        pass(Duration.ofMinutes(1));
        req.hear(failedTry("tcp://another:1", REFUSED, 100));

        assertThat(said).hasSize(22);
        assertThat(said.get(20))
                .isEqualTo("WARNING CONNECTION: 80 more lines of this context were left out: "
                        + "events and statistics have it all");
    }

    @Test
    void whatWasLeftOutLastIsSaidAtTheEnd() {
        for (int i = 0; i < 21; i++) {
            req.hear(failedTry("tcp://host" + i + ":1", REFUSED, 100));
        }
        notices.end();
        assertThat(said).last().asString().contains("1 more line of this context was left out");
    }

    @Test
    void aSilentOneSaysNothing() {
        Notices silent = notices(false);
        SocketNotices socket = silent.of(() -> "REQ");
        socket.hear(failedTry(DB, REFUSED, 100));
        socket.handlerFailed("a handler", new IllegalStateException());
        silent.say(Theme.LEAK, System.Logger.Level.WARNING, "lost", null);
        silent.end();
        assertThat(said).isEmpty();
    }

    @Test
    void withoutAWorkerNothingIsLostForLong() {
        List<Runnable> tasks = new ArrayList<>();
        boolean[] full = {true};
        var shortOfThreads = new Notices(
                true,
                task -> {
                    if (full[0]) {
                        throw new RejectedExecutionException("part of a test");
                    }
                    tasks.add(task);
                },
                this::say,
                () -> now);
        SocketNotices socket = shortOfThreads.of(() -> "REQ");
        socket.hear(failedTry(DB, REFUSED, 100));
        full[0] = false;
        socket.hear(failedTry("tcp://other:1", REFUSED, 100));

        assertThat(tasks).hasSize(1);
        tasks.get(0).run();
        assertThat(said).hasSize(2);
    }
}
