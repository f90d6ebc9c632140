package programs.loop;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZLoop;
import org.zeromq.ZMQ;
import programs.Expect;

/** Two sockets are ready, and the handler of each removes both: ours calls one handler, JeroMQ's the removed one as well. */
public final class RemovedInALoop {
    private RemovedInALoop() {}

    public static void main(String[] args) {
        List<String> called = new ArrayList<>();
        try (ZContext context = new ZContext()) {
            ZMQ.PollItem one = ready(context, "inproc://one");
            ZMQ.PollItem two = ready(context, "inproc://two");
            ZLoop loop = new ZLoop(context);
            ZLoop.IZLoopHandler removesBoth = (inLoop, item, arg) -> {
                called.add((String) arg);
                inLoop.removePoller(one);
                inLoop.removePoller(two);
                return inLoop.addTimer(50, 1, (again, none, end) -> -1, "end");
            };
            loop.addPoller(one, removesBoth, "one");
            loop.addPoller(two, removesBoth, "two");

            Expect.equal(-1, loop.start());
            Expect.equal(Expect.onZmq4j() ? List.of("one") : List.of("one", "two"), called);
        }
    }

    private static ZMQ.PollItem ready(ZContext context, String endpoint) {
        ZMQ.Socket in = context.createSocket(SocketType.PULL);
        ZMQ.Socket out = context.createSocket(SocketType.PUSH);
        in.bind(endpoint);
        out.connect(endpoint);
        out.send("ready");
        return new ZMQ.PollItem(in, ZMQ.Poller.POLLIN);
    }
}
