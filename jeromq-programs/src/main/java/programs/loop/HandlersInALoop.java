package programs.loop;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZLoop;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ping-pong in a loop: a timer sends, a handler receives, and the third message ends it. */
public final class HandlersInALoop {
    private HandlersInALoop() {}

    public static void main(String[] args) {
        List<String> got = new ArrayList<>();
        try (ZContext context = new ZContext()) {
            ZMQ.Socket in = context.createSocket(SocketType.PULL);
            ZMQ.Socket out = context.createSocket(SocketType.PUSH);
            in.bind("inproc://loop");
            out.connect("inproc://loop");
            ZLoop loop = new ZLoop(context);
            ZMQ.PollItem item = new ZMQ.PollItem(in, ZMQ.Poller.POLLIN);
            Expect.equal(
                    0,
                    loop.addTimer(
                            5,
                            3,
                            (inLoop, none, arg) -> {
                                Expect.equal(null, none);
                                out.send((String) arg);
                                return 0;
                            },
                            "ping"));
            Expect.equal(
                    0,
                    loop.addPoller(
                            item,
                            (inLoop, ready, arg) -> {
                                Expect.that(inLoop == loop && ready == item && ready.isReadable(), "what was added");
                                got.add(arg + in.recvStr());
                                return got.size() < 3 ? 0 : -1;
                            },
                            "got "));

            Expect.equal(-1, loop.start());
            Expect.equal(List.of("got ping", "got ping", "got ping"), got);
        }
    }
}
