package programs.loop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZLoop;
import org.zeromq.ZMQ;
import org.zeromq.ZPoller;
import programs.Expect;

/** Closing the context ends a loop with 0 and a poll with -1, whichever threads they are in; JeroMQ's may throw in their insides. */
public final class ContextsEnd {
    private ContextsEnd() {}

    public static void main(String[] args) throws Exception {
        ZContext context = new ZContext();
        CountDownLatch begun = new CountDownLatch(2);
        FutureTask<Integer> loop = new FutureTask<>(() -> {
            ZContext shadow = context.shadow();
            ZLoop running = new ZLoop(shadow);
            ZMQ.Socket socket = shadow.createSocket(SocketType.PULL);
            running.addPoller(new ZMQ.PollItem(socket, ZMQ.Poller.POLLIN), (inLoop, item, arg) -> -1, null);
            begun.countDown();
            return running.start();
        });
        FutureTask<Integer> poll = new FutureTask<>(() -> {
            ZContext shadow = context.shadow();
            ZPoller poller = new ZPoller(shadow);
            poller.register(shadow.createSocket(SocketType.PULL), ZPoller.IN);
            begun.countDown();
            return poller.poll(-1);
        });
        new Thread(loop).start();
        new Thread(poll).start();
        Expect.that(begun.await(20, TimeUnit.SECONDS), "both run");

        context.close();
        expectEnd(0, loop);
        expectEnd(-1, poll);
    }

    private static void expectEnd(int result, FutureTask<Integer> task) throws Exception {
        try {
            Expect.equal(result, task.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            Expect.that(Expect.onJeroMq(), "the end is no failure: " + e.getCause());
        }
    }
}
