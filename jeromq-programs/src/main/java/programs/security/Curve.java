package programs.security;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A client that knows the server's public key speaks to it in secret; one with another key does not get in. */
public final class Curve {
    private Curve() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Curve.KeyPair serverKeys = ZMQ.Curve.generateKeyPair();
        ZMQ.Curve.KeyPair clientKeys = ZMQ.Curve.generateKeyPair();
        Expect.equal(40, serverKeys.publicKey.length());
        Expect.equal(32, ZMQ.Curve.z85Decode(serverKeys.publicKey).length);
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.REP);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket mistaken = context.socket(SocketType.REQ)) {
            Expect.that(server.setCurveServer(true), "option");
            Expect.that(server.setCurveSecretKey(serverKeys.secretKey.getBytes(ZMQ.CHARSET)), "as text");
            server.bind("tcp://127.0.0.1:*");
            Expect.equal(ZMQ.Socket.Mechanism.CURVE, server.getMechanism());

            mistaken.setLinger(0);
            secure(mistaken, clientKeys, clientKeys.publicKey);
            mistaken.connect(server.getLastEndpoint());
            mistaken.send("from one who is mistaken");

            secure(client, clientKeys, serverKeys.publicKey);
            Expect.equal(ZMQ.Curve.z85Decode(serverKeys.publicKey), client.getCurveServerKey());
            client.connect(server.getLastEndpoint());
            client.sendMore("two");
            client.send("frames");
            Expect.equal("two", server.recvStr());
            Expect.equal("frames", server.recvStr());
            server.send(new byte[100_000]);
            Expect.equal(100_000, client.recv().length);
        }
    }

    private static void secure(ZMQ.Socket client, ZMQ.Curve.KeyPair keys, String serverKey) {
        client.setCurvePublicKey(ZMQ.Curve.z85Decode(keys.publicKey));
        client.setCurveSecretKey(ZMQ.Curve.z85Decode(keys.secretKey));
        client.setCurveServerKey(ZMQ.Curve.z85Decode(serverKey));
    }
}
