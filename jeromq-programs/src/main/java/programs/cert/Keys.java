package programs.cert;

import java.util.Arrays;
import org.zeromq.ZCert;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.io.mechanism.curve.Curve;
import zmq.util.Z85;

/** Keys are 32 bytes, or 40 characters of Z85, the same key either way. */
public final class Keys {
    private Keys() {}

    public static void main(String[] args) throws Exception {
        byte[] test = {(byte) 0x86, 0x4F, (byte) 0xD2, 0x6F, (byte) 0xB5, 0x59, (byte) 0xF7, 0x5B};
        Expect.equal("HelloWorld", Z85.encode(test, 8));
        Expect.equal("Hello", Z85.encode(test, 4));
        Expect.equal(test, Z85.decode("HelloWorld"));
        Expect.equal(null, Z85.encode(test, 7));
        Expect.equal(null, Z85.decode("Hell"));
        Expect.equal(test, ZMQ.Curve.z85Decode("HelloWorld"));

        ZMQ.Curve.KeyPair pair = ZMQ.Curve.generateKeyPair();
        Expect.equal(40, pair.publicKey.length());
        Expect.equal(40, pair.secretKey.length());
        Expect.equal(pair.publicKey, ZMQ.Curve.z85Encode(ZMQ.Curve.z85Decode(pair.publicKey)));
        ZCert certificate = new ZCert(pair);
        Expect.equal(pair.publicKey, certificate.getPublicKeyAsZ85());
        Expect.equal(pair.secretKey, certificate.getSecretKeyAsZ85());
        Expect.equal(32, certificate.getPublicKey().length);

        byte[][] raw = new Curve().keypair();
        Expect.that(raw.length == 2 && raw[0].length == 32 && raw[1].length == 32, "two keys of 32 bytes");
        Expect.that(!Arrays.equals(raw[0], raw[1]), "which are not the same");
        Expect.equal(Z85.encode(raw[0], 32), Curve.z85EncodePublic(raw[0]));
        Expect.equal(2, new Curve().keypairZ85().length);
    }
}
