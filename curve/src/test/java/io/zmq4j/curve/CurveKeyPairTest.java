package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.zmtp.wire.Z85;
import org.junit.jupiter.api.Test;

class CurveKeyPairTest {
    /** libzmq's manual of curve: a pair, in two ways. */
    private static final String SECRET = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";

    private static final String PUBLIC = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";

    @Test
    void thePublicKeyFollowsFromTheSecretOne() {
        CurveKeyPair pair = CurveKeyPair.of(SECRET);

        assertThat(pair.publicKey()).isEqualTo(CurvePublicKey.of(PUBLIC)).hasToString(PUBLIC);
        assertThat(pair.secretKey()).isEqualTo(Z85.decode(SECRET));
        assertThat(CurveKeyPair.of(Z85.decode(SECRET))).isEqualTo(pair).hasSameHashCodeAs(pair);
    }

    @Test
    void eachNewPairIsAnother() {
        CurveKeyPair one = CurveKeyPair.generate();

        assertThat(CurveKeyPair.generate()).isNotEqualTo(one);
        assertThat(CurveKeyPair.of(one.secretKey())).isEqualTo(one);
    }

    @Test
    void itsTextHasNoSecret() {
        assertThat(CurveKeyPair.of(SECRET)).hasToString("CurveKeyPair[" + PUBLIC + "]");
        assertThat(Curve.server(CurveKeyPair.of(SECRET))).hasToString("CURVE role=server publickey=" + PUBLIC);
        assertThat(Curve.client(CurveKeyPair.of(SECRET), CurvePublicKey.of(PUBLIC)))
                .hasToString("CURVE role=client publickey=" + PUBLIC + " serverkey=" + PUBLIC);
    }

    @Test
    void arraysAreCopied() {
        byte[] secret = Z85.decode(SECRET);
        CurveKeyPair pair = CurveKeyPair.of(secret);
        secret[0]++;
        pair.secretKey()[0]++;
        pair.publicKey().toBytes()[0]++;

        assertThat(pair.secretKey()).isEqualTo(Z85.decode(SECRET));
        assertThat(pair.publicKey()).isEqualTo(CurvePublicKey.of(PUBLIC));
    }

    @Test
    void whatWasDestroyedIsGone() {
        CurveKeyPair pair = CurveKeyPair.of(SECRET);
        assertThat(pair.isDestroyed()).isFalse();

        pair.destroy();
        pair.destroy();

        assertThat(pair.isDestroyed()).isTrue();
        assertThatThrownBy(pair::secretKey).isInstanceOf(IllegalStateException.class);
        assertThat(pair.publicKey()).hasToString(PUBLIC);
    }

    @Test
    void aKeyHas32OctetsOr40Characters() {
        assertThatThrownBy(() -> CurveKeyPair.of(new byte[31])).hasMessage("a key of 31 bytes, allowed are 32");
        assertThatThrownBy(() -> CurvePublicKey.of(new byte[33])).hasMessage("a key of 33 bytes, allowed are 32");
        assertThatThrownBy(() -> CurveKeyPair.of("01234")).hasMessage("a key of 4 bytes, allowed are 32");
        assertThatThrownBy(() -> CurvePublicKey.of("01234")).hasMessage("a key of 4 bytes, allowed are 32");
        assertThatThrownBy(() -> CurveKeyPair.of(SECRET.replace('Q', ' ')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("IlAW");
    }

    @Test
    void publicKeysAreEqualByTheirOctets() {
        CurvePublicKey key = CurvePublicKey.of(PUBLIC);
        byte[] other = key.toBytes();
        other[31] ^= 1;

        assertThat(CurvePublicKey.of(other))
                .isNotEqualTo(key)
                .isNotEqualTo(null)
                .isNotEqualTo(PUBLIC);
        assertThat(CurvePublicKey.of(key.toBytes())).isEqualTo(key).hasSameHashCodeAs(key);
    }
}
