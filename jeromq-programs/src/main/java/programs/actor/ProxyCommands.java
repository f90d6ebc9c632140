package programs.actor;

import org.zeromq.ZContext;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Command;
import programs.Expect;

/** A proxy hands over commands of the program, and messages that configure it; RESTART and CONFIG need a message. */
public final class ProxyCommands {
    private ProxyCommands() {}

    public static void main(String[] args) throws Exception {
        Calls calls = new Calls();
        try (ZContext context = new ZContext()) {
            ZProxy proxy = ZProxy.newZProxy(context, "commands", new Broker(calls, false), "over");
            Expect.equal(ZProxy.STARTED, proxy.start(true));
            ZMsg message = ZMsg.newStringMsg("faster");
            Expect.equal(ZMsg.newStringMsg("configured"), proxy.configure(message));
            Expect.that(message.isEmpty(), "the message is emptied");
            ZMsg again = proxy.command(Command.CONFIG, ZMsg.newStringMsg("slower"), true);
            Expect.equal(ZMsg.newStringMsg("configured"), again);
            Expect.equal(ZProxy.STARTED, proxy.command("any", true));
            Expect.equal(ZProxy.STARTED, proxy.command("start", true));

            Expect.that(proxy.command(Command.PAUSE, ZMsg.newStringMsg("x"), true) == null, "takes no message");
            Expect.equal(ZProxy.STARTED, proxy.status());
            Expect.failure(IllegalArgumentException.class, () -> proxy.command(Command.CONFIG, true));
            Expect.failure(IllegalArgumentException.class, () -> proxy.command("RESTART", true));
            Expect.equal(ZProxy.EXITED, proxy.exit());
            Expect.that(proxy.configure(new ZMsg()) == null, "nobody is there any more");
        }
        calls.expect(
                "create FRONT",
                "create CAPTURE",
                "create BACK",
                "configure FRONT",
                "configure BACK",
                "configure CAPTURE",
                "configure by faster",
                "configure by slower",
                "custom any",
                "custom start");
    }
}
