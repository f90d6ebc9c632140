package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Keys of CURVE as bytes and as text. */
class CurveKeysTest {
    @Test
    void aNewPairIsOfTwoKeys() {
        ZMQ.Curve.KeyPair pair = ZMQ.Curve.generateKeyPair();
        assertThat(pair.publicKey).hasSize(ZMQ.Curve.KEY_SIZE_Z85).isNotEqualTo(pair.secretKey);
        assertThat(pair.secretKey).hasSize(ZMQ.Curve.KEY_SIZE_Z85);
        assertThat(ZMQ.Curve.generateKeyPair().publicKey).isNotEqualTo(pair.publicKey);
    }

    @Test
    void bytesAndTextAreTheSameKey() {
        String key = ZMQ.Curve.generateKeyPair().publicKey;
        byte[] bytes = ZMQ.Curve.z85Decode(key);
        assertThat(bytes).hasSize(ZMQ.Curve.KEY_SIZE);
        assertThat(ZMQ.Curve.z85Encode(bytes)).isEqualTo(key);
    }

    @Test
    void aPairHasAPublicKey() {
        String key = ZMQ.Curve.generateKeyPair().publicKey;
        assertThat(new ZMQ.Curve.KeyPair(key, null).secretKey).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new ZMQ.Curve.KeyPair(null, key));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZMQ.Curve.KeyPair("short", key));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZMQ.Curve.KeyPair(key, "short"));
    }
}
