package zmq;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zmq.io.mechanism.Mechanisms;
import zmq.io.mechanism.curve.Curve;
import zmq.util.Z85;

class MechanismsTest {
    @ParameterizedTest
    @EnumSource
    void eachHasItsNameInTheGreeting(Mechanisms mechanism) {
        byte[] name = Arrays.copyOf(mechanism.name().getBytes(US_ASCII), 21);
        ByteBuffer greeting = ByteBuffer.wrap(name);
        assertThat(mechanism.isMechanism(greeting)).isTrue();
        assertThat(greeting.position()).isEqualTo(20);
        for (Mechanisms other : Mechanisms.values()) {
            assertThat(other.isMechanism(ByteBuffer.wrap(name))).isEqualTo(other == mechanism);
        }
    }

    @Test
    void plainNeedsUserAndPassword() {
        var options = new Options();
        assertThatIllegalStateException().isThrownBy(() -> Mechanisms.PLAIN.check(options));
        options.plainUsername = "user";
        options.plainPassword = "p".repeat(256);
        assertThatIllegalStateException().isThrownBy(() -> Mechanisms.PLAIN.check(options));
        options.plainPassword = "password";
        Mechanisms.PLAIN.check(options);
        Mechanisms.NULL.check(options);
        assertThatThrownBy(() -> Mechanisms.GSSAPI.check(options)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keysAreOfOnePair() {
        byte[][] pair = new Curve().keypair();
        assertThat(io.zmq4j.curve.CurveKeyPair.of(pair[1]).publicKey()).hasToString(Curve.z85EncodePublic(pair[0]));
        String[] texts = new Curve().keypairZ85();
        assertThat(Z85.decode(texts[0])).hasSize(32);
        assertThat(Z85.decode(texts[1])).hasSize(32);
        assertThatThrownBy(() -> Curve.z85EncodePublic(new byte[31])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Curve().box(new byte[32], new byte[32], 32, new byte[24], pair[0], pair[1]))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
