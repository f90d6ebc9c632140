package io.zmq4j.curve.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where carries run furthest, and the published vectors. */
class Poly1305Test {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] tag(byte[] key, byte[] message) {
        var words = new int[16];
        ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words, 0, 8);
        // With something else before it, which must not matter.
        var bytes = new byte[16 + message.length];
        Arrays.fill(bytes, 0, 16, (byte) 0xA5);
        System.arraycopy(message, 0, bytes, 16, message.length);
        var poly = new Poly1305();
        poly.key(words, 1, 0);
        poly.take(bytes, 16, bytes.length, null);
        poly.putTag(bytes, 0);
        poly.take(bytes, 16, bytes.length, new TagLanes());
        assertThat(poly.isTag(bytes, 0)).as("the same of many lanes").isTrue();
        return Arrays.copyOf(bytes, 16);
    }

    private static byte[] filled(int size, int octet) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) octet);
        return bytes;
    }

    @Test
    void isTheOneOfRfc8439() {
        assertThat(tag(
                        hex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b"),
                        "Cryptographic Forum Research Group".getBytes(US_ASCII)))
                .isEqualTo(hex("a8061dc1305136c6c22b8baf0c0127a9"));
    }

    /** RFC 8439, appendix A.3, numbers 7 to 11: what is at the edges of the modulus and of 2^128. */
    @Test
    void isTheOneOfRfc8439AtTheEdges() {
        byte[] r2 = hex("02000000000000000000000000000000 ffffffffffffffffffffffffffffffff");
        byte[] r2s0 = hex("02000000000000000000000000000000 00000000000000000000000000000000");
        byte[] r1 = hex("01000000000000000000000000000000 00000000000000000000000000000000");
        byte[] r104 = hex("01000000000000000400000000000000 00000000000000000000000000000000");
        assertThat(tag(r2s0, filled(16, 0xFF))).isEqualTo(hex("03000000000000000000000000000000"));
        assertThat(tag(r2, hex("02000000000000000000000000000000"))).isEqualTo(hex("03000000000000000000000000000000"));
        assertThat(tag(
                        r1,
                        hex("ffffffffffffffffffffffffffffffff f0ffffffffffffffffffffffffffffff"
                                + "11000000000000000000000000000000")))
                .isEqualTo(hex("05000000000000000000000000000000"));
        assertThat(tag(
                        r1,
                        hex("ffffffffffffffffffffffffffffffff fbfefefefefefefefefefefefefefefe"
                                + "01010101010101010101010101010101")))
                .isEqualTo(hex("00000000000000000000000000000000"));
        assertThat(tag(r2s0, hex("fdffffffffffffffffffffffffffffff")))
                .isEqualTo(hex("faffffffffffffffffffffffffffffff"));
        assertThat(tag(
                        r104,
                        hex("e33594d7505e43b900000000000000003394d7505e4379cd0100000000000000"
                                + "0000000000000000000000000000000001000000000000000000000000000000")))
                .isEqualTo(hex("14000000000000005500000000000000"));
        assertThat(tag(
                        r104,
                        hex("e33594d7505e43b900000000000000003394d7505e4379cd0100000000000000"
                                + "00000000000000000000000000000000")))
                .isEqualTo(hex("13000000000000000000000000000000"));
    }

    @Test
    void isTheOneOfAnotherForExtremeKeysAndMessages() {
        var random = new Random(3);
        for (int keyOctet : List.of(0x00, 0x01, 0x0F, 0x7F, 0x80, 0xFC, 0xFF, -1)) {
            for (int octet : List.of(0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF, -1)) {
                for (int size = 0; size < 530; size++) {
                    byte[] key = filled(32, keyOctet);
                    byte[] message = filled(size, octet);
                    if (keyOctet == -1) {
                        random.nextBytes(key);
                    }
                    if (octet == -1) {
                        random.nextBytes(message);
                    }
                    assertThat(tag(key, message))
                            .as("key %x, message of %d times %x", keyOctet, size, octet)
                            .isEqualTo(Reference.tag(key, message, 0, size));
                }
                for (int size : List.of(2_047, 2_048, 4_096, 8_191, 8_192, 8_193, 10_240, 65_536, 100_003)) {
                    byte[] key = filled(32, keyOctet);
                    byte[] message = filled(size, octet);
                    assertThat(tag(key, message))
                            .as("key %x, message of %d times %x", keyOctet, size, octet)
                            .isEqualTo(Reference.tag(key, message, 0, size));
                }
            }
        }
    }

    @Test
    void oneBitMakesAnother() {
        byte[] message = filled(40, 0x11);
        byte[] key = filled(32, 0x22);
        byte[] tag = tag(key, message);
        for (int bit = 0; bit < 320; bit++) {
            byte[] other = message.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tag(key, other)).isNotEqualTo(tag);
        }
    }
}
