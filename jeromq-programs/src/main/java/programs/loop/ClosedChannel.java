package programs.loop;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import org.zeromq.ZContext;
import org.zeromq.ZLoop;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.ZError;

/** A channel that is closed while a loop waits for it ends JeroMQ's loop with an exception; zmq4j's goes on without it. */
public final class ClosedChannel {
    private static final int TIMES = 4;

    private ClosedChannel() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            Pipe closed = pipe();
            Pipe open = pipe();
            var loop = new ZLoop(context);
            var calls = new int[2];
            loop.addPoller(new ZMQ.PollItem(closed.source(), ZMQ.Poller.POLLIN), (self, item, arg) -> -1, null);
            loop.addPoller(
                    new ZMQ.PollItem(open.source(), ZMQ.Poller.POLLIN),
                    (self, item, arg) -> {
                        read(open);
                        return ++calls[0] < TIMES ? 0 : -1;
                    },
                    null);
            loop.addTimer(
                    5,
                    0,
                    (self, item, arg) -> {
                        if (++calls[1] == 2) {
                            close(closed);
                        }
                        write(open);
                        return 0;
                    },
                    null);
            if (Expect.onZmq4j()) {
                Expect.equal(-1, loop.start());
                Expect.equal(TIMES, calls[0]);
            } else {
                Expect.failure(ZError.IOException.class, loop::start);
            }
        }
    }

    private static Pipe pipe() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        return pipe;
    }

    private static void read(Pipe pipe) {
        try {
            pipe.source().read(ByteBuffer.allocate(1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Pipe pipe) {
        try {
            pipe.sink().write(ByteBuffer.allocate(1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void close(Pipe pipe) {
        try {
            pipe.source().close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
