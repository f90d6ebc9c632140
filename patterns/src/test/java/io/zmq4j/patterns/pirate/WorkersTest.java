package io.zmq4j.patterns.pirate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import org.junit.jupiter.api.Test;

/** RFC 6. */
class WorkersTest {
    private static final long SILENCE = 3_000;
    private static final Message READY = Message.of(new byte[] {1});
    private static final Message HEARTBEAT = Message.of(new byte[] {2});
    private static final Frame ANN = Message.of("ann").first();
    private static final Frame BOB = Message.of("bob").first();
    private static final Frame CAT = Message.of("cat").first();

    private final Workers workers = new Workers(SILENCE, 2);
    private long now = Long.MAX_VALUE - 10;

    @Test
    void theWorkerThatHasHadNoRequestForLongestIsNext() {
        workers.says(ANN, READY, now);
        workers.says(BOB, READY, now);

        assertThat(workers.next()).contains(ANN);
        assertThat(workers.says(ANN, Message.of("client", "", "done"), now)).contains(Message.of("client", "", "done"));
        assertThat(workers.next()).contains(BOB);
        assertThat(workers.next()).contains(ANN);
        assertThat(workers.next()).isEmpty();
        assertThat(workers.hasReady()).isFalse();
        assertThat(workers.busy()).isEqualTo(2);
    }

    @Test
    void aHeartbeatKeepsAWorkerAliveAndMakesABusyOneNotReady() {
        workers.says(ANN, READY, now);
        workers.next();
        now += SILENCE - 1;
        workers.says(ANN, HEARTBEAT, now);
        now += SILENCE - 1;
        workers.expire(now);

        assertThat(workers.busy()).isEqualTo(1);
        assertThat(workers.hasReady()).isFalse();
    }

    @Test
    void whoIsSilentIsSentNothingAnyMore() {
        workers.says(ANN, READY, now);
        workers.says(BOB, READY, now + 1);
        now += SILENCE;
        workers.expire(now);

        assertThat(workers.all()).containsExactly(BOB);
        assertThat(workers.ready()).isEqualTo(1);
        assertThat(workers.expired()).isEqualTo(1);
    }

    @Test
    void theFirstMessageIsReadySoAHeartbeatOfAStrangerIsNone() {
        workers.says(ANN, HEARTBEAT, now);

        assertThat(workers.all()).isEmpty();
    }

    @Test
    void theReplyOfOneThatWasGivenUpIsPassedOnAndItIsReady() {
        workers.says(ANN, READY, now);
        workers.next();
        now += SILENCE;
        workers.expire(now);

        assertThat(workers.says(ANN, Message.of("client", "", "late"), now)).isPresent();
        assertThat(workers.next()).contains(ANN);
    }

    @Test
    void whoSaysReadyTwiceIsReadyOnce() {
        workers.says(ANN, READY, now);
        workers.says(ANN, READY, now);

        assertThat(workers.ready()).isEqualTo(1);
        assertThat(workers.next()).contains(ANN);
        assertThat(workers.next()).isEmpty();
    }

    @Test
    void moreThanMayBeAreRefusedAndCounted() {
        workers.says(ANN, READY, now);
        workers.says(BOB, READY, now);
        workers.says(CAT, READY, now);

        assertThat(workers.all()).containsExactly(ANN, BOB);
        assertThat(workers.refused()).isEqualTo(1);
    }

    @Test
    void anythingElseOfOneFrameIsMalformed() {
        workers.says(ANN, Message.of(new byte[] {3}), now);
        workers.says(ANN, Message.of(new byte[] {1, 1}), now);
        workers.says(ANN, Message.empty(), now);

        assertThat(workers.malformed()).isEqualTo(3);
        assertThat(workers.all()).isEmpty();
    }

    @Test
    void whoHasLeftIsNotGivenAnything() {
        workers.says(ANN, READY, now);
        workers.left(ANN);
        workers.left(ANN);

        assertThat(workers.next()).isEmpty();
        assertThat(workers.ready()).isZero();
        assertThat(workers.expired()).isEqualTo(1);
    }
}
