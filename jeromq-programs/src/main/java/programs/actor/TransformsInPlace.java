package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** What a transformer does to the message for the capture is not in the one that goes on. */
public final class TransformsInPlace {
    private TransformsInPlace() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZProxy.ZPump stamping = new ZProxy.ZPump((message, from, to) -> message.append("stamp"));
            Broker broker = new Broker(new Calls(), true);
            ZProxy proxy = new ZProxy(context, "in place", broker, stamping, "over");
            proxy.start(true);
            Socket client = broker.peer(context, SocketType.REQ, Plug.FRONT);
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            Socket captured = broker.peer(context, SocketType.PULL, Plug.CAPTURE);
            client.send("hello");
            Expect.equal(4, ZMsg.recvMsg(captured).size());
            ZMsg moved = ZMsg.recvMsg(server);
            Expect.equal(
                    Expect.onJeroMq()
                            ? ZMsg.newStringMsg("hello", "stamp", "stamp")
                            : ZMsg.newStringMsg("hello", "stamp"),
                    moved);
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
    }
}
