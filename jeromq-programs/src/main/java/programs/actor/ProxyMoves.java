package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** A proxy moves whole messages both ways while it is started, and copies them. */
public final class ProxyMoves {
    private ProxyMoves() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            Broker broker = new Broker(new Calls(), true);
            ZProxy proxy = ZProxy.newZProxy(context, "moves", broker, "over");
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            Socket client = broker.peer(context, SocketType.REQ, Plug.FRONT);
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            Socket captured = broker.peer(context, SocketType.PULL, Plug.CAPTURE);
            for (int i = 0; i < 100; i++) {
                ZMsg.newStringMsg("request", "", "" + i).send(client);
                Expect.equal(ZMsg.newStringMsg("request", "", "" + i), ZMsg.recvMsg(server));
                Expect.equal(5, ZMsg.recvMsg(captured).size());
                server.send("reply " + i);
                Expect.equal("reply " + i, client.recvStr());
                Expect.equal("reply " + i, ZMsg.recvMsg(captured).getLast().toString());
            }

            Expect.equal(ZProxy.PAUSED, proxy.pause(true));
            client.send("while paused");
            server.setReceiveTimeOut(20);
            Expect.that(server.recvStr() == null, "nothing moves");
            server.setReceiveTimeOut(20_000);
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            Expect.equal("while paused", server.recvStr());
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
    }
}
