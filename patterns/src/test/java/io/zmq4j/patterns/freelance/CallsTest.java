package io.zmq4j.patterns.freelance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 10, and who is asked when. */
class CallsTest {
    private static final long PATIENCE = 1_000;
    private static final long PING = 2_000;
    private static final long SILENCE = 6_000;

    private final List<String> sent = new ArrayList<>();
    private final Set<String> unreachable = new HashSet<>();
    private final List<String> outcomes = new ArrayList<>();
    private long now = Long.MAX_VALUE - 3_000;
    private Calls calls = calls(1);

    private Calls calls(int atOnce) {
        return new Calls(
                List.of("a", "b", "c"),
                (server, message) -> {
                    if (unreachable.contains(server)) {
                        return false;
                    }
                    sent.add(server + " " + (message.equals(Message.of("PING")) ? "PING" : message.text(1)));
                    return true;
                },
                new Calls.Pace(PATIENCE, PING, SILENCE, atOnce),
                now);
    }

    private long begin(String what) {
        return calls.begin(Message.of(what), now + 10_000, caller(what), now);
    }

    private Calls.Caller caller(String what) {
        return new Calls.Caller() {
            @Override
            public void answered(Message reply) {
                outcomes.add(what + ": " + reply.text());
            }

            @Override
            public void failed(Reason reason, int tries) {
                outcomes.add(what + ": " + reason + " after " + tries);
            }
        };
    }

    private static Message reply(long number, String text) {
        return Message.builder().int64(number).text(text).build();
    }

    private void pass(long time) {
        now += time;
        calls.onTime(now);
    }

    private void alive(String... servers) {
        for (var server : servers) {
            calls.received(server, Message.of("PONG"), now);
        }
    }

    @Test
    void aRequestIsAControlFrameOfEightBytesAndTheBody() {
        assertThat(Flp.request(258, Message.of("x", "y")))
                .isEqualTo(Message.of(new byte[] {0, 0, 0, 0, 0, 0, 1, 2}, new byte[] {'x'}, new byte[] {'y'}));
        assertThat(Flp.PING).isEqualTo(Message.of(new byte[] {'P', 'I', 'N', 'G'}));
        assertThat(Flp.PONG).isEqualTo(Message.of(new byte[] {'P', 'O', 'N', 'G'}));
    }

    @Test
    void theFirstThatIsAliveIsAsked() {
        alive("b", "c");
        begin("x");

        assertThat(sent).containsExactly("b x");
    }

    @Test
    void theNextOneIsAskedTooWhenPatienceIsOverAndTheFirstAnswerWins() {
        alive("a", "b", "c");
        long number = begin("x");
        pass(PATIENCE - 1);
        assertThat(sent).containsExactly("a x");
        pass(1);
        assertThat(sent).containsExactly("a x", "b x");

        calls.received("a", reply(number, "late, but first"), now);
        calls.received("b", reply(number, "second"), now);

        assertThat(outcomes).containsExactly("x: late, but first");
        assertThat(calls.late()).isEqualTo(1);
        assertThat(calls.answered()).isEqualTo(1);
    }

    @Test
    void aDeadServerCostsOneTimeOutInAll() {
        alive("a", "b", "c");
        begin("x");
        now += PATIENCE / 2;
        begin("y");
        pass(PATIENCE / 2);
        assertThat(sent).containsExactly("a x", "a y", "b x", "b y");
        assertThat(calls.servers()).containsEntry("a", ServerState.SILENT);

        begin("z");
        assertThat(sent).endsWith("b z");
    }

    @Test
    void whoIsSlowButSpeaksIsNotSilent() {
        alive("a", "b", "c");
        begin("x");
        now += 1;
        alive("a");
        pass(PATIENCE);

        assertThat(calls.servers()).containsEntry("a", ServerState.ALIVE);
    }

    @Test
    void whoCannotBeReachedCostsNoTime() {
        alive("a", "b", "c");
        unreachable.add("a");
        begin("x");

        assertThat(sent).containsExactly("b x");
    }

    @Test
    void aServerThatIsHeardAgainIsAskedAgain() {
        alive("a", "b", "c");
        begin("x");
        pass(PATIENCE);
        alive("a");
        begin("y");

        assertThat(sent).endsWith("a y");
    }

    @Test
    void allAreAskedInTurnUntilTheTimeIsOver() {
        begin("x");
        for (int i = 0; i < 4; i++) {
            pass(PATIENCE);
        }
        assertThat(sent.stream().filter(it -> it.endsWith("x"))).containsExactly("a x", "b x", "c x", "a x", "b x");
        pass(10_000);

        assertThat(outcomes).singleElement().asString().startsWith("x: TIMEOUT");
        assertThat(calls.next(now)).isLessThanOrEqualTo(PING);
    }

    @Test
    void whereNobodyCanBeReachedItIsTriedAgainAndThenSaid() {
        unreachable.addAll(List.of("a", "b", "c"));
        begin("x");
        pass(PATIENCE);
        pass(10_000);
        assertThat(outcomes).containsExactly("x: NO_PEER after 0");

        begin("y");
        unreachable.clear();
        pass(PATIENCE);
        assertThat(sent).contains("a y");
    }

    @Test
    void severalAtOnceAreSeveralServers() {
        calls = calls(2);
        alive("a", "b", "c");
        long number = begin("x");
        assertThat(sent).containsExactly("a x", "b x");

        calls.received("b", reply(number, "fast"), now);
        assertThat(outcomes).containsExactly("x: fast");
    }

    @Test
    void whoSaysNothingIsPingedAndSilentAfterAWhile() {
        alive("a", "b", "c");
        pass(PING);
        assertThat(sent).containsExactly("a PING", "b PING", "c PING");
        alive("b", "c");
        for (int i = 0; i < 2; i++) {
            pass(PING);
            alive("b", "c");
        }

        assertThat(calls.servers())
                .containsEntry("a", ServerState.SILENT)
                .containsEntry("b", ServerState.ALIVE)
                .containsEntry("c", ServerState.ALIVE);
    }

    @Test
    void whatIsNoAnswerIsCounted() {
        calls.received("a", Message.of("x"), now);
        calls.received("a", Message.of("short", "x"), now);
        calls.received("stranger", reply(7, "x"), now);

        assertThat(calls.malformed()).isEqualTo(2);
        assertThat(calls.late()).isEqualTo(1);
    }

    @Test
    void aCancelledRequestIsNotAskedAgain() {
        alive("a", "b", "c");
        long number = begin("x");
        calls.cancel(number);
        pass(PATIENCE);
        calls.received("a", reply(number, "x"), now);

        assertThat(sent.stream().filter(it -> it.endsWith("x"))).containsExactly("a x");
        assertThat(outcomes).isEmpty();
        assertThat(calls.late()).isEqualTo(1);
    }
}
