package io.zmq4j.jeromq;

import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.util.Arrays;
import org.zeromq.ZMQException;
import zmq.Options;
import zmq.ZError;

/** The one value of zmq4j's for what JeroMQ has many options for. */
public final class ChosenSecurity {
    private static final byte[] NOT_SET = new byte[Options.CURVE_KEYSIZE];

    private ChosenSecurity() {}

    /**
     * What the options come to.
     *
     * @throws IllegalStateException if something that the mechanism needs is not set
     * @throws ZMQException with ENOTSUP for GSSAPI
     */
    public static Security of(Options options) {
        return switch (options.mechanism) {
            case NULL -> Security.none();
            case PLAIN -> options.asServer ? Plain.server() : plain(options);
            case CURVE -> curve(options);
            case GSSAPI -> throw new ZMQException("GSSAPI cannot be used by this API", ZError.ENOTSUP);
        };
    }

    private static Security plain(Options options) {
        if (options.plainUsername == null || options.plainPassword == null) {
            throw new IllegalStateException("PLAIN needs both, a user name and a password");
        }
        try {
            return Plain.client(options.plainUsername, options.plainPassword);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Security curve(Options options) {
        if (isNotSet(options.curveSecretKey)) {
            throw new IllegalStateException("CURVE needs a secret key of this side: set CURVE_SECRETKEY");
        }
        CurveKeyPair keys = CurveKeyPair.of(options.curveSecretKey);
        if (!isNotSet(options.curvePublicKey)
                && !Arrays.equals(options.curvePublicKey, keys.publicKey().toBytes())) {
            throw new IllegalStateException("CURVE_PUBLICKEY is not the public key of CURVE_SECRETKEY");
        }
        if (options.asServer) {
            return Curve.server(keys);
        }
        if (isNotSet(options.curveServerKey)) {
            throw new IllegalStateException("CURVE needs CURVE_SERVERKEY, or CURVE_SERVER to be the server");
        }
        return Curve.client(keys, CurvePublicKey.of(options.curveServerKey));
    }

    private static boolean isNotSet(byte[] key) {
        return Arrays.equals(key, NOT_SET);
    }
}
