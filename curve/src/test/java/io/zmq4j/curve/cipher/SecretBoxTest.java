package io.zmq4j.curve.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    /** The vectors of "Cryptography in NaCl" (D. J. Bernstein, 2009), sections 2, 4 and 9 to 11. */
    private static final byte[] FIRST_KEY = hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");

    private static final byte[] NONCE = hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");

    private static final byte[] TEXT = hex("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffc"
            + "e5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb31"
            + "0e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde"
            + "048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f93776384864"
            + "5e0705");

    private static final byte[] BOX = hex("f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce"
            + "48332ea7164d96a4476fb8c531a1186ac0dfc17c98dce87b4da7f011ec48c972"
            + "71d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae"
            + "90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b3"
            + "7973f622a43d14a6599b1f654cb45a74e355a5");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void isTheBoxOfNaCl() {
        assertThat(SecretBox.seal(FIRST_KEY, NONCE, TEXT)).isEqualTo(BOX);
        assertThat(SecretBox.open(FIRST_KEY, NONCE, BOX, 0, BOX.length)).isEqualTo(TEXT);
    }

    @Test
    void boxesOfAllLengthsAreThoseOfAnother() {
        var random = new Random(5);
        for (int length = 0; length <= 600; length++) {
            var key = new byte[32];
            var nonce = new byte[24];
            var text = new byte[length];
            random.nextBytes(key);
            random.nextBytes(nonce);
            random.nextBytes(text);
            byte[] box = SecretBox.seal(key, nonce, text);
            assertThat(box).isEqualTo(Reference.box(key, nonce, text));
            var around = new byte[7 + box.length + 9];
            System.arraycopy(box, 0, around, 7, box.length);
            assertThat(SecretBox.open(key, nonce, around, 7, box.length)).isEqualTo(text);
            around[7 + random.nextInt(box.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(SecretBox.open(key, nonce, around, 7, box.length)).isNull();
        }
    }

    @Test
    void whatIsShorterThanATagIsNoBox() {
        for (int size = 0; size < SecretBox.OVERHEAD; size++) {
            assertThat(SecretBox.open(FIRST_KEY, NONCE, BOX, 0, size)).isNull();
        }
        assertThat(SecretBox.open(FIRST_KEY, NONCE, Arrays.copyOf(BOX, 16), 0, 16))
                .isNull();
    }
}
