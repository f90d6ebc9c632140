package io.zmq4j.curve;

import io.zmq4j.curve.cipher.Reference;
import io.zmq4j.talk.Party;
import io.zmq4j.zmtp.wire.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys and everything else that is random, the same in every run: octets that say what they are for. */
final class Keys {
    static final byte[] CLIENT_SECRET = filled(0xC1);
    static final byte[] SERVER_SECRET = filled(0x51);
    static final CurveKeyPair CLIENT = CurveKeyPair.of(CLIENT_SECRET);
    static final CurveKeyPair SERVER = CurveKeyPair.of(SERVER_SECRET);
    static final CurveKeyPair STRANGER = CurveKeyPair.of(filled(0x77));

    private Keys() {}

    /** In turn the client's: c' and the vouch's nonce. */
    static Randomness clientRandomness() {
        return counting(0xC2);
    }

    /** In turn the server's: s', the cookie's key, the cookie's nonce, WELCOME's nonce. */
    static Randomness serverRandomness() {
        return counting(0x52);
    }

    /** All octets of the first answer are this, of the second one more, and so on. */
    private static Randomness counting(int first) {
        int[] next = {first};
        return bytes -> Arrays.fill(bytes, (byte) next[0]++);
    }

    static byte[] filled(int octet) {
        return filled(octet, 32);
    }

    static byte[] filled(int octet, int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) octet);
        return bytes;
    }

    static byte[] publicKey(byte[] secretKey) {
        return Reference.publicKey(secretKey);
    }

    static Metadata metadata(String socketType) {
        return new Metadata().put(Metadata.SOCKET_TYPE, socketType.getBytes(StandardCharsets.US_ASCII));
    }

    static Party client() {
        return client(SERVER.publicKey());
    }

    static Party client(CurvePublicKey server) {
        return new Party(new CurveClient(CLIENT, server, metadata("PUSH"), clientRandomness()));
    }

    static Party server() {
        return server(false);
    }

    static Party server(boolean authenticates) {
        return new Party(new CurveServer(SERVER, authenticates, metadata("PULL"), serverRandomness()));
    }
}
