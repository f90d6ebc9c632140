package io.zmq4j.curve.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a connection's key, and of what was made with it, when the connection has ended: nothing. */
class EndTest {
    private static final byte[] PREFIX = new byte[16];

    /** Counters and positions, which say nothing of a key. */
    private static final String[] INNOCENT = {
        "nonce",
        "heldFrom",
        "heldNonces",
        "heldBlocks",
        "blocks",
        "madeEnd",
        "block",
        "count",
        "stride",
        "lane",
        "inARow",
        "before"
    };

    private final LanePool pool = new LanePool(1);
    private final Lanes lanes = new Lanes();
    private final int[] sealing = Salsa20.subkey(key(), PREFIX);
    private final int[] opening = Salsa20.subkey(key(), PREFIX);
    private final BoxSealer sealer = new BoxSealer(new KeyStream(sealing, 0, pool), 0);
    private final BoxOpener opener = new BoxOpener(new KeyStream(opening, 0, pool), 0);

    EndTest() {
        pool.give(lanes);
    }

    private static byte[] key() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return key;
    }

    private byte[] sealed(int size) {
        var into = new byte[size + BoxSealer.OVERHEAD];
        sealer.seal(1, new byte[size], into, 0);
        return into;
    }

    private void open(byte[] sealed) {
        assertThat(opener.open(sealed, 0, sealed.length)).isNotNull();
    }

    /** Single messages, long ones with key stream and tags in lanes, and a row in the middle of its lanes. */
    @ParameterizedTest
    @ValueSource(ints = {10, 5_000, 100_000})
    void noKeyAndNoKeyStreamIsLeftOfASealer(int size) throws Exception {
        for (int i = 0; i < 60; i++) {
            sealed(size);
        }
        assertThat(Traces.of(sealer, INNOCENT)).isNotEmpty();

        sealer.end();

        assertThat(Traces.of(sealer, INNOCENT)).isEmpty();
        assertThat(sealing).containsOnly(0);
        assertThat(Traces.of(lanes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5_000, 100_000})
    void noKeyAndNoKeyStreamIsLeftOfAnOpener(int size) throws Exception {
        for (int i = 0; i < 60; i++) {
            byte[] sealed = sealed(size);
            sealer.rest();
            open(sealed);
        }
        assertThat(Traces.of(opener, INNOCENT)).isNotEmpty();

        opener.end();

        assertThat(Traces.of(opener, INNOCENT)).isEmpty();
        assertThat(opening).containsOnly(0);
        assertThat(Traces.of(lanes)).isEmpty();
    }

    /** It would be sealed with a key that everybody has. */
    @Test
    void nothingIsSealedAfterTheEnd() {
        sealed(10);
        sealer.end();
        sealer.end();
        var into = new byte[100];

        assertThatThrownBy(() -> sealer.seal(0, new byte[10], into, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it has ended");
        assertThat(into).containsOnly(0);
    }

    @Test
    void nothingIsOpenedAfterTheEnd() {
        byte[] sealed = sealed(10);
        opener.end();
        opener.end();

        assertThat(opener.open(sealed, 0, sealed.length)).isNull();
        byte[] withZeroKey = new byte[10 + BoxSealer.OVERHEAD];
        new BoxSealer(new KeyStream(new int[8], 0, new LanePool(1)), 0).seal(0, new byte[10], withZeroKey, 0);
        assertThat(opener.open(withZeroKey, 0, withZeroKey.length)).isNull();
    }
}
