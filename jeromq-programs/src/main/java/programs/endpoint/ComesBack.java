package programs.endpoint;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** A client finds a server that has gone and come back at the same endpoint, without doing anything. */
public final class ComesBack {
    private ComesBack() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.DEALER)) {
            client.setReconnectIVL(10);
            client.setLinger(0);
            String endpoint = null;
            for (int life = 0; life < 3; life++) {
                try (ZMQ.Socket server = context.socket(SocketType.ROUTER)) {
                    server.setLinger(0);
                    server.setReceiveTimeOut(20);
                    if (endpoint == null) {
                        server.bind("tcp://127.0.0.1:*");
                        endpoint = server.getLastEndpoint();
                        client.connect(endpoint);
                    } else {
                        Endpoints.bindSoon(server, endpoint);
                    }
                    String request = "life " + life;
                    Expect.eventually("the server is asked", () -> {
                        client.send(request);
                        byte[] sender = server.recv();
                        return sender != null && request.equals(server.recvStr());
                    });
                }
            }
        }
    }
}
