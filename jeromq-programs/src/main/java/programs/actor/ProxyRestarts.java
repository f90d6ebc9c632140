package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** A restart asks for each socket whether all are to be made anew; what was started works on. */
public final class ProxyRestarts {
    private ProxyRestarts() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            Broker broker = new Broker(calls, false);
            ZProxy proxy = ZProxy.newZProxy(context, "restarts", broker, "over");
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            broker.renews = false;
            Expect.equal(ZProxy.STARTED, proxy.restart(ZMsg.newStringMsg("hot")));
            int made = Expect.onJeroMq() ? 12 : 9;
            Expect.eventually("all sockets were asked for", () -> calls.count() == made);
            Expect.that(calls.contain("restart FRONT") && calls.contain("restart CAPTURE"), "asked");
            if (Expect.onJeroMq()) {
                // The new sockets are not bound: only STOP and START bind them.
                Expect.equal(ZProxy.STOPPED, proxy.stop(true));
                Expect.equal(ZProxy.STARTED, proxy.start(true));
            } else {
                Expect.equal(ZProxy.STARTED, proxy.restart(null));
                Expect.equal(15, calls.count());
            }
            Socket client = broker.peer(context, SocketType.REQ, Plug.FRONT);
            Socket server = broker.peer(context, SocketType.REP, Plug.BACK);
            client.send("still here");
            Expect.equal("still here", server.recvStr());
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
    }
}
