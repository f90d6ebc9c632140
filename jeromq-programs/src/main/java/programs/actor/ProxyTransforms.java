package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** A pump may transform messages on their way, or be another one that decides about the proxy's end. */
public final class ProxyTransforms {
    private ProxyTransforms() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZProxy.ZPump marking =
                    new ZProxy.ZPump((message, from, to) -> message.duplicate().append(from + " to " + to));
            Broker broker = new Broker(new Calls(), true);
            ZProxy proxy = new ZProxy(context, "transforms", broker, marking, "over");
            proxy.start(true);
            Socket client = broker.peer(context, SocketType.REQ, Plug.FRONT);
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            Socket captured = broker.peer(context, SocketType.PULL, Plug.CAPTURE);
            client.send("hello");
            Expect.equal(ZMsg.newStringMsg("hello", "FRONT to BACK"), ZMsg.recvMsg(server));
            Expect.equal("FRONT to CAPTURE", ZMsg.recvMsg(captured).getLast().toString());
            server.send("world");
            Expect.equal(ZMsg.newStringMsg("world", "BACK to FRONT"), ZMsg.recvMsg(client));
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
        try (ZContext context = new ZContext()) {
            Broker broker = new Broker(new Calls(), false);
            ZProxy proxy = new ZProxy(
                    context,
                    "ends",
                    broker,
                    (from, source, capture, to, destination) -> {
                        ZMsg message = ZMsg.recvMsg(source);
                        return !message.getLast().streq("end") && message.send(destination);
                    },
                    "over");
            proxy.start(true);
            Socket client = broker.peer(context, SocketType.DEALER, Plug.FRONT);
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            ZMsg.newStringMsg("", "hello").send(client);
            Expect.equal("hello", server.recvStr());
            ZMsg.newStringMsg("", "end").send(client);
            Expect.eventually("the pump ends the proxy", () -> !broker.thread.isAlive());
        }
    }
}
