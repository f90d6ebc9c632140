import io.zmq4j.curve.CurveProvider;
import io.zmq4j.zmtp.mechanism.SecurityProvider;

/** CURVE (RFC 25 and 26) in pure Java: a security mechanism, and the keys and certificates for it. */
module io.zmq4j.curve {
    requires io.zmq4j.zmtp;
    requires static org.jspecify;

    exports io.zmq4j.curve;

    provides SecurityProvider with
            CurveProvider;
}
