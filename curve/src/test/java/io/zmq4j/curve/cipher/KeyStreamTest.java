package io.zmq4j.curve.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When key stream is made ahead; that it is the right one, {@link BoxesTest} shows. */
class KeyStreamTest {
    private final LanePool pool = new LanePool(1);
    private final Lanes lanes = new Lanes();
    private final KeyStream stream = new KeyStream(new int[8], 0, pool);
    private long nonce;

    KeyStreamTest() {
        pool.give(lanes);
    }

    /** Whether the lanes are lent; looks by taking them. */
    private boolean hasLanes() {
        if (pool.take() != lanes) {
            return true;
        }
        pool.give(lanes);
        return false;
    }

    /** How many messages of so many blocks follow each other until there are lanes for them. */
    private int untilLanes(int blocks, int most) {
        for (int i = 1; i <= most; i++) {
            message(++nonce, blocks);
            if (hasLanes()) {
                return i;
            }
        }
        return -1;
    }

    private void message(long messageNonce, int blocks) {
        stream.start(messageNonce, blocks);
        nonce = messageNonce;
    }

    @Test
    void aRowOfMessagesGetsLanesWhenAsManyBlocksAreExpected() {
        assertThat(untilLanes(1, 100)).isEqualTo(48);
    }

    @Test
    void messagesOfMoreBlocksGetThemSooner() {
        assertThat(untilLanes(17, 100)).isEqualTo(3);
    }

    @Test
    void oneLongMessageGetsThemForItself() {
        assertThat(untilLanes(47, 1)).isEqualTo(-1);
        assertThat(untilLanes(48, 1)).isEqualTo(1);
    }

    @Test
    void aRestGivesThemBack() {
        message(1, 48);
        assertThat(hasLanes()).isTrue();

        stream.rest();

        assertThat(hasLanes()).isFalse();
    }

    @Test
    void theNextRowIsExpectedToBeAsLong() {
        for (int i = 1; i <= 48; i++) {
            message(i, 1);
        }
        stream.rest();
        assertThat(untilLanes(1, 100)).isEqualTo(1);
        stream.rest();

        assertThat(untilLanes(1, 40)).as("the last one was short").isEqualTo(-1);
    }

    @Test
    void aTripWithoutMessagesIsNoRow() {
        for (int i = 1; i <= 48; i++) {
            message(i, 1);
        }
        stream.rest();
        stream.rest();

        assertThat(untilLanes(1, 100)).isEqualTo(1);
    }

    /** Else an authenticated peer would have us make 256 blocks for each of its messages. */
    @Test
    void aPeerThatJumpsGetsNone() {
        for (int i = 1; i <= 1_000; i++) {
            message(nonce + 2, 1);
            assertThat(hasLanes()).isFalse();
        }
    }

    @Test
    void whatWasExpectedEndsWithAJump() {
        for (int i = 1; i <= 300; i++) {
            message(i, 1);
        }
        stream.rest();

        message(1_000, 1);

        assertThat(hasLanes()).isFalse();
    }

    @Test
    void noMoreIsKeptThanThePoolHolds() {
        pool.give(new Lanes());

        assertThat(pool.take()).isSameAs(lanes);
        assertThat(pool.take()).isNotSameAs(lanes);
    }
}
