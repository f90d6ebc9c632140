package io.zmq4j.curve.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.InvalidKeyException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X25519Test {
    /** The two of RFC 7748, section 6.1, whom "Cryptography in NaCl" takes as well. */
    private static final byte[] ALICE_SECRET = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");

    private static final byte[] ALICE = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    private static final byte[] BOB_SECRET = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    private static final byte[] BOB = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    private static final byte[] BOX_KEY = hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void publicKeysAreThePublishedOnes() {
        assertThat(X25519.publicKey(ALICE_SECRET)).isEqualTo(ALICE);
        assertThat(X25519.publicKey(BOB_SECRET)).isEqualTo(BOB);
    }

    @Test
    void bothSidesHaveThePublishedKeyForTheirBoxes() throws Exception {
        assertThat(X25519.boxKey(ALICE_SECRET, BOB)).isEqualTo(BOX_KEY);
        assertThat(X25519.boxKey(BOB_SECRET, ALICE)).isEqualTo(BOX_KEY);
    }

    /** Its highest bit belongs to no key (RFC 7748, section 5). */
    @Test
    void theHighestBitOfAPublicKeyIsNotLookedAt() throws Exception {
        byte[] other = BOB.clone();
        other[31] |= (byte) 0x80;

        assertThat(X25519.boxKey(ALICE_SECRET, other)).isEqualTo(BOX_KEY);
    }

    @Test
    void agreementsAreThoseOfAnother() throws Exception {
        var random = new Random(4);
        for (int i = 0; i < 50; i++) {
            var secret = new byte[32];
            var publicKey = new byte[32];
            random.nextBytes(secret);
            random.nextBytes(publicKey);
            assertThat(X25519.boxKey(secret, publicKey)).isEqualTo(Reference.boxKey(secret, publicKey));
            assertThat(X25519.publicKey(secret)).isEqualTo(Reference.publicKey(secret));
        }
    }

    /** All points of low order, and their other writings beyond the modulus. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void aPointOfLowOrderIsRefused(String point) {
        assertThatThrownBy(() -> X25519.boxKey(ALICE_SECRET, hex(point))).isInstanceOf(InvalidKeyException.class);
    }
}
