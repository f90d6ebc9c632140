package programs.loop;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZContext;
import org.zeromq.ZLoop;
import programs.Expect;

/** A loop of timers without a socket: it ends when none is left. JeroMQ's fails without a poller. */
public final class TimersAlone {
    private TimersAlone() {}

    public static void main(String[] args) {
        List<String> fired = new ArrayList<>();
        try (ZContext context = new ZContext()) {
            ZLoop loop = new ZLoop(context);
            ZLoop.IZLoopHandler handler = (inLoop, none, arg) -> {
                fired.add((String) arg);
                return 0;
            };
            loop.addTimer(1, 2, handler, "twice");
            loop.addTimer(1, 1, handler, "removed");
            loop.removeTimer("removed");
            if (Expect.onJeroMq()) {
                Expect.failure(NullPointerException.class, loop::start);
                return;
            }
            Expect.equal(0, loop.start());
            Expect.equal(List.of("twice", "twice"), fired);
        }
    }
}
