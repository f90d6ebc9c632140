package programs.cert;

import org.zeromq.SocketType;
import org.zeromq.ZCert;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** Certificates give their keys to sockets, which then talk by CURVE. */
public final class KeysInUse {
    private KeysInUse() {}

    public static void main(String[] args) throws Exception {
        ZCert serversKeys = new ZCert();
        ZCert clientsKeys = new ZCert();
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.REP);
                ZMQ.Socket client = context.socket(SocketType.REQ)) {
            serversKeys.apply(server);
            server.setCurveServer(true);
            clientsKeys.apply(client);
            client.setCurveServerKey(serversKeys.getPublicKey());
            Expect.equal(clientsKeys.getPublicKey(), client.getCurvePublicKey());
            server.bind("tcp://127.0.0.1:*");
            client.connect(server.getLastEndpoint());
            Aside serving = Aside.start(() -> server.send(server.recvStr() + " to you"));
            client.send("good morning");
            Expect.equal("good morning to you", client.recvStr());
            serving.join();
        }
    }
}
