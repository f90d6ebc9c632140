package io.zmq4j.interop;

import io.zmq4j.Socket;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Z85;
import java.time.Duration;

/** Who is who in conversations with CURVE, and the sockets of either library that play them. */
final class CurveRoles {
    static final CurveKeyPair SERVER = CurveKeyPair.generate();
    static final CurveKeyPair CLIENT = CurveKeyPair.generate();

    /** Of somebody whom no rule knows. */
    static final CurveKeyPair STRANGER = CurveKeyPair.generate();

    private CurveRoles() {}

    static Socket server(Rig rig, SocketType type) {
        Socket server = rig.context().socket(type);
        server.set(SocketOptions.LINGER, Duration.ZERO);
        server.set(SocketOptions.SECURITY, Curve.server(SERVER));
        return server;
    }

    static Socket client(Rig rig, SocketType type) {
        return client(rig, type, CLIENT, SERVER.publicKey());
    }

    static Socket client(Rig rig, SocketType type, CurveKeyPair own, CurvePublicKey server) {
        Socket client = rig.context().socket(type);
        client.set(SocketOptions.LINGER, Duration.ZERO);
        client.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(20));
        client.set(SocketOptions.SECURITY, Curve.client(own, server));
        return client;
    }

    static LibzmqSocket server(Libzmq libzmq, SocketType type) {
        return libzmq.open(type, "CURVE_SERVER=1", "CURVE_SECRETKEY=" + secret(SERVER));
    }

    static LibzmqSocket client(Libzmq libzmq, SocketType type) {
        return client(libzmq, type, CLIENT, SERVER.publicKey());
    }

    static LibzmqSocket client(Libzmq libzmq, SocketType type, CurveKeyPair own, CurvePublicKey server) {
        return libzmq.open(
                type,
                "RECONNECT_IVL=20",
                "RCVHWM=0",
                "CURVE_SERVERKEY=" + server,
                "CURVE_PUBLICKEY=" + own.publicKey(),
                "CURVE_SECRETKEY=" + secret(own));
    }

    /** In Z85. */
    static String secret(CurveKeyPair pair) {
        return Z85.encode(pair.secretKey());
    }

    /** Under which the ready-made rule lets in whoever has this key. */
    static String userId(CurveKeyPair pair) {
        return pair.publicKey().toString();
    }
}
