package programs.life;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** An inproc name belongs to one context: another one has the same name for itself. */
public final class ContextsAreApart {
    private ContextsAreApart() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context one = ZMQ.context(1);
                ZMQ.Context two = ZMQ.context(1);
                ZMQ.Socket here = one.socket(SocketType.PULL);
                ZMQ.Socket there = two.socket(SocketType.PULL);
                ZMQ.Socket push = two.socket(SocketType.PUSH)) {
            Expect.that(here.bind("inproc://same"), "bind");
            Expect.that(there.bind("inproc://same"), "bind");
            push.connect("inproc://same");
            push.send("hello");
            Expect.equal("hello", there.recvStr());
            Expect.equal(null, here.recv(ZMQ.DONTWAIT));
        }
    }
}
