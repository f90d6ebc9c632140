package programs.actor;

import org.zeromq.ZContext;
import org.zeromq.ZProxy;
import programs.Expect;

/** A proxy goes from state to state by commands, and makes, binds and closes its sockets on the way. */
public final class ProxyStates {
    private ProxyStates() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZProxy proxy = ZProxy.newZProxy(context, "states", new Broker(calls, false), "over");
            Expect.equal(ZProxy.STOPPED, proxy.status());
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            Expect.that(proxy.isStarted(), "started");
            Expect.equal(ZProxy.PAUSED, proxy.pause(true));
            Expect.that(!proxy.isStarted(), "paused");
            Expect.equal(ZProxy.State.STARTED, proxy.command(ZProxy.Command.START, true));
            Expect.equal(ZProxy.STOPPED, proxy.command("STOP", true));
            Expect.eventually("new sockets", () -> calls.count() == 9);
            Expect.equal(ZProxy.PAUSED, proxy.pause(true));
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            Expect.equal(ZProxy.EXITED, proxy.exit());
            Expect.equal(ZProxy.EXITED, proxy.start(true));
            Expect.equal(ZProxy.EXITED, proxy.status(false));
            Expect.equal(ZProxy.EXITED, proxy.exit());
        }
        calls.expect(
                "create FRONT",
                "create CAPTURE",
                "create BACK",
                "configure FRONT",
                "configure BACK",
                "configure CAPTURE",
                "create FRONT",
                "create CAPTURE",
                "create BACK",
                "configure FRONT",
                "configure BACK",
                "configure CAPTURE");
    }
}
