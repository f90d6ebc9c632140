package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;
import programs.Expect;

/** A callback of a proxy that sends nothing into the pipe keeps nobody waiting. */
public final class SilentCallbacks {
    private SilentCallbacks() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZProxy.Proxy silent = new ZProxy.Proxy.SimpleProxy() {
                @Override
                public Socket create(ZContext context, Plug place, Object... args) {
                    return place == Plug.CAPTURE ? null : context.createSocket(SocketType.DEALER);
                }

                @Override
                public boolean configure(Socket socket, Plug place, Object... args) {
                    return true;
                }
            };
            ZProxy proxy = ZProxy.newZProxy(context, "silent", silent, "over");
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            if (Expect.onZmq4j()) {
                Expect.equal(ZProxy.STARTED, proxy.command("any", true));
                Expect.that(proxy.configure(ZMsg.newStringMsg("x")) == null, "nothing was said");
            }
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
    }
}
