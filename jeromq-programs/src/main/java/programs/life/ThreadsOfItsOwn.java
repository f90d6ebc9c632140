package programs.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** The threads of a context are made by the program's own factory, and are gone when the context has ended. */
public final class ThreadsOfItsOwn {
    private ThreadsOfItsOwn() {}

    public static void main(String[] args) throws Exception {
        List<Thread> made = Collections.synchronizedList(new ArrayList<>());
        try (ZMQ.Context context = ZMQ.context(1)) {
            context.setThreadFactor((task, name) -> {
                Thread thread = new Thread(task, "mine " + name);
                thread.setDaemon(true);
                made.add(thread);
                return thread;
            });
            try (ZMQ.Socket pull = context.socket(SocketType.PULL);
                    ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                pull.bind("tcp://127.0.0.1:*");
                push.connect(pull.getLastEndpoint());
                push.send("hello");
                Expect.equal("hello", pull.recvStr());
            }
        }
        Expect.that(!made.isEmpty(), "threads");
        for (Thread thread : made) {
            thread.join(20_000);
            Expect.that(!thread.isAlive(), thread + " has ended");
        }
    }
}
