package programs.loop;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQException;
import org.zeromq.ZThread;
import programs.Expect;
import zmq.ZError;

/** A detached thread is a daemon with arguments and nothing else; what it throws is for its handler. */
public final class DetachedThread {
    private DetachedThread() {}

    public static void main(String[] args) throws Exception {
        BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
        ZThread.start(
                given -> {
                    seen.add(Arrays.toString(given));
                    seen.add(Thread.currentThread().isDaemon());
                    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> seen.add(failure));
                    throw new ZMQException(ZError.ETERM);
                },
                "a",
                2);

        Expect.equal("[a, 2]", seen.poll(20, TimeUnit.SECONDS));
        Expect.equal(true, seen.poll(20, TimeUnit.SECONDS));
        Expect.that(seen.poll(20, TimeUnit.SECONDS) instanceof ZMQException, "also the end of a context");
    }
}
