package io.zmq4j.curve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.Unsigned;

/**
 * The 24 octets that a box is sealed with: text that says which command it is for, and what goes over the wire (RFC 26, "Overall
 * Operation of CurveZMQ").
 *
 * <pre>
 *   short    16 octets of text    8 octets, a number that grows
 *   long      8 octets of text   16 octets at random
 * </pre>
 */
final class Nonces {
    static final int SHORT = 8;
    static final int LONG = 16;

    static final String HELLO = "CurveZMQHELLO---";
    static final String WELCOME = "WELCOME-";
    static final String COOKIE = "COOKIE--";
    static final String INITIATE = "CurveZMQINITIATE";
    static final String VOUCH = "VOUCH---";
    static final String READY = "CurveZMQREADY---";
    static final String MESSAGE_FROM_CLIENT = "CurveZMQMESSAGEC";
    static final String MESSAGE_FROM_SERVER = "CurveZMQMESSAGES";

    private Nonces() {}

    static byte[] prefix(String text) {
        return text.getBytes(US_ASCII);
    }

    /** With what a command carries of it at a position: all that the text leaves. */
    static byte[] of(String text, byte[] command, int at) {
        var nonce = new byte[SecretBox.NONCE_SIZE];
        byte[] prefix = prefix(text);
        System.arraycopy(prefix, 0, nonce, 0, prefix.length);
        System.arraycopy(command, at, nonce, prefix.length, nonce.length - prefix.length);
        return nonce;
    }

    static byte[] ofShort(String text, long number) {
        var octets = new byte[SHORT];
        Unsigned.putUint64(octets, 0, number);
        return of(text, octets, 0);
    }
}
