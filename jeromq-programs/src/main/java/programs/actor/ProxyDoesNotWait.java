package programs.actor;

import org.zeromq.ZContext;
import org.zeromq.ZProxy;
import programs.Expect;

/** A command that does not wait gives the state that the one before it has led to. */
public final class ProxyDoesNotWait {
    private ProxyDoesNotWait() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZProxy proxy = ZProxy.newProxy(context, "does not wait", new Broker(new Calls(), false), "over");
            Expect.equal(ZProxy.ALIVE, proxy.start(false));
            Expect.equal(ZProxy.STARTED, proxy.status(false));
            Expect.equal(ZProxy.STARTED, proxy.pause(false));
            Expect.equal(ZProxy.State.PAUSED, proxy.command(ZProxy.Command.START, false));
            Expect.equal(ZProxy.STARTED, proxy.command("custom", false));
            Expect.equal("done", proxy.status(false));
            Expect.equal(ZProxy.STARTED, proxy.status());
            Expect.equal(ZProxy.EXITED, proxy.command("EXIT", false));
        }
    }
}
