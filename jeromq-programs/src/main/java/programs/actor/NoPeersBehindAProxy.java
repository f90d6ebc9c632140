package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** A proxy with nobody at its back still obeys, and moves the message when somebody comes. */
public final class NoPeersBehindAProxy {
    private NoPeersBehindAProxy() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            Broker broker = new Broker(new Calls(), false);
            ZProxy proxy = ZProxy.newZProxy(context, "nobody", broker, "over");
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            Socket client = broker.peer(context, SocketType.DEALER, Plug.FRONT);
            ZMsg.newStringMsg("", "hello").send(client);
            if (Expect.onZmq4j()) {
                Expect.equal(ZProxy.PAUSED, proxy.pause(true));
                Expect.equal(ZProxy.STARTED, proxy.start(true));
            }
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            Expect.equal("hello", server.recvStr());
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
    }
}
