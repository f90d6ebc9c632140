package io.zmq4j.curve.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of one direction, against another implementation. */
class BoxesTest {
    private static final byte[] PREFIX = "CurveZMQMESSAGEC".getBytes(US_ASCII);
    private static final byte CANARY = 0x55;

    private final Random random = new Random(1);
    private final byte[] key = bytes(32);
    private final LanePool pool = new LanePool(2);

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private BoxSealer sealer(long lastNonce) {
        return new BoxSealer(new KeyStream(Salsa20.subkey(Words.ofKey(key), PREFIX), lastNonce, pool), lastNonce);
    }

    private BoxOpener opener(long lastNonce) {
        return new BoxOpener(new KeyStream(Salsa20.subkey(Words.ofKey(key), PREFIX), lastNonce, pool), lastNonce);
    }

    private byte[] reference(long nonce, int first, byte[] body) {
        return Reference.sealed(key, PREFIX, nonce, first, body);
    }

    /** Seals a message somewhere in a larger array, and insists on the rest of that being left alone. */
    private byte[] seal(BoxSealer sealer, int first, byte[] body, int at) {
        int size = body.length + BoxSealer.OVERHEAD;
        var into = new byte[at + size + 40];
        Arrays.fill(into, CANARY);
        sealer.seal(first, body, into, at);
        for (int i = 0; i < into.length; i++) {
            if (i < at || i >= at + size) {
                assertThat(into[i])
                        .as("octet %d, sealed are %d from %d on", i, size, at)
                        .isEqualTo(CANARY);
            }
        }
        return Arrays.copyOfRange(into, at, at + size);
    }

    private void opens(BoxOpener opener, byte[] sealed, int first, byte[] body, int at) {
        var bytes = new byte[at + sealed.length + 3];
        System.arraycopy(sealed, 0, bytes, at, sealed.length);
        byte[] before = bytes.clone();
        assertThat(opener.open(bytes, at, sealed.length)).isEqualTo(body);
        assertThat(opener.first()).isEqualTo(first);
        assertThat(bytes).as("what was opened is left alone").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyLengthIsSealedAndOpenedAsByAnother(boolean eachByItself) {
        BoxSealer sealer = sealer(7);
        BoxOpener opener = opener(7);
        long nonce = 7;
        for (int length = 0; length <= 600; length++) {
            for (int offset = 0; offset < 3; offset++) {
                nonce++;
                byte[] body = bytes(length);
                int first = random.nextInt(256);
                int at = random.nextInt(40);
                byte[] sealed = seal(sealer, first, body, at);
                assertThat(sealed).as("length %d", length).isEqualTo(reference(nonce, first, body));
                opens(opener, sealed, first, body, random.nextInt(40));
                if (eachByItself) {
                    sealer.rest();
                    opener.rest();
                }
            }
        }
    }

    /** Rows of messages of mixed sizes, rests at random, and nonces that go on, leave some out, or jump. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void rowsAndJumpsAreOpenedAsSealedByAnother(long seed) {
        var choice = new Random(seed);
        BoxOpener opener = opener(0);
        long nonce = 0;
        for (int row = 0; row < 300; row++) {
            int most = choice.nextInt(4) == 0 ? 5_000 : choice.nextInt(300) + 1;
            for (int i = choice.nextInt(150); i > 0; i--) {
                nonce += switch (choice.nextInt(200)) {
                    case 0 -> 1 + choice.nextInt(5);
                    case 1 -> 1 + choice.nextInt(1 << 30);
                    case 2 -> (1L << 32) - (nonce & 0xFFFF_FFFFL) - choice.nextInt(4) + 2;
                    default -> 1;
                };
                byte[] body = bytes(choice.nextInt(most));
                opens(opener, reference(nonce, 1, body), 1, body, choice.nextInt(9));
            }
            opener.rest();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void rowsOfAnySizesAreSealedAsByAnother(long seed) {
        var choice = new Random(seed);
        // So that the lower half of the nonces begins anew on the way.
        long nonce = (3L << 32) - 1_000;
        BoxSealer sealer = sealer(nonce);
        for (int row = 0; row < 150; row++) {
            int most = choice.nextInt(4) == 0 ? 5_000 : choice.nextInt(300) + 1;
            for (int i = choice.nextInt(300); i > 0; i--) {
                nonce++;
                byte[] body = bytes(choice.nextInt(most));
                assertThat(seal(sealer, 0, body, choice.nextInt(9))).isEqualTo(reference(nonce, 0, body));
            }
            sealer.rest();
        }
    }

    @Test
    void largeOnesAreSealedAndOpenedAsByAnother() {
        BoxSealer sealer = sealer(0);
        BoxOpener opener = opener(0);
        for (int i = 1; i <= 300; i++) {
            byte[] body = bytes(random.nextInt(100_000));
            byte[] sealed = seal(sealer, 2, body, random.nextInt(40));
            assertThat(sealed).isEqualTo(reference(i, 2, body));
            opens(opener, sealed, 2, body, random.nextInt(40));
        }
    }

    /** A bit is changed somewhere, or the message is longer or shorter than it was. */
    @Test
    void nothingForgedIsOpened() {
        for (int i = 0; i < 200_000; i++) {
            int length = i % 100 == 0 ? random.nextInt(20_000) : random.nextInt(200);
            BoxSealer sealer = sealer(100);
            byte[] sealed = seal(sealer, 1, bytes(length), 0);
            byte[] forged;
            switch (random.nextInt(10)) {
                case 0 -> forged = Arrays.copyOf(sealed, sealed.length + 1 + random.nextInt(20));
                case 1 -> {
                    int cut = 1 + random.nextInt(20);
                    if (sealed.length - cut < BoxSealer.OVERHEAD) {
                        cut = 0;
                        sealed[sealed.length - 1] ^= 1;
                    }
                    forged = Arrays.copyOf(sealed, sealed.length - cut);
                }
                default -> {
                    forged = sealed;
                    forged[random.nextInt(forged.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            assertThat(opener(100).open(forged, 0, forged.length)).isNull();
        }
    }

    @Test
    void whatWasForgedUsesNoNonce() {
        byte[] sealed = seal(sealer(0), 1, bytes(10), 0);
        BoxOpener opener = opener(0);
        byte[] forged = sealed.clone();
        forged[30] ^= 1;

        assertThat(opener.open(forged, 0, forged.length)).isNull();

        assertThat(opener.open(sealed, 0, sealed.length)).isNotNull();
    }

    @Test
    void aNonceIsTakenOnceAndNoneBeforeIt() {
        BoxSealer sealer = sealer(0);
        byte[] one = seal(sealer, 0, bytes(1), 0);
        byte[] two = seal(sealer, 0, bytes(1), 0);
        BoxOpener opener = opener(0);

        assertThat(opener.open(two, 0, two.length)).isNotNull();
        assertThat(opener.isNew(two, 0)).isFalse();
        assertThat(opener.open(two, 0, two.length)).isNull();
        assertThat(opener.open(one, 0, one.length)).isNull();
    }

    @Test
    void noncesHaveNoSign() {
        BoxOpener opener = opener(5);
        for (long nonce : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -2, -1}) {
            byte[] sealed = reference(nonce, 0, bytes(3));
            assertThat(opener.open(sealed, 0, sealed.length)).isNotNull();
        }
        for (long nonce : new long[] {0, 1, Long.MAX_VALUE, -1}) {
            byte[] sealed = reference(nonce, 0, bytes(3));
            assertThat(opener.open(sealed, 0, sealed.length)).isNull();
        }
    }

    @Test
    void noNonceIsUsedTwice() {
        BoxSealer sealer = sealer(-3);
        assertThat(seal(sealer, 0, bytes(3), 0)).startsWith(-1, -1, -1, -1, -1, -1, -1, -2);
        assertThat(seal(sealer, 0, bytes(3), 0)).startsWith(-1, -1, -1, -1, -1, -1, -1, -1);

        assertThatThrownBy(() -> sealer.seal(0, bytes(3), new byte[100], 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lanesAreGivenBackClearedAtEachRest() {
        BoxSealer sealer = sealer(0);
        seal(sealer, 0, bytes(10_000), 0);
        sealer.rest();

        Lanes lanes = pool.take();
        assertThat(lanes.words).containsOnly(0);
        assertThat(pool.take()).as("there were no others").isNotSameAs(lanes);
    }

    @Test
    void lanesAreLentOnceAtATime() {
        BoxSealer one = sealer(0);
        BoxSealer other = sealer(0);
        for (int i = 1; i <= 100; i++) {
            byte[] body = bytes(100);
            assertThat(seal(one, 0, body, 0)).isEqualTo(reference(i, 0, body));
            assertThat(seal(other, 0, body, 0)).isEqualTo(reference(i, 0, body));
        }
    }
}
