package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket's events in the order in which they came. Ends with the socket. */
final class EventLog {
    private final BlockingQueue<SocketEvent> coming = new LinkedBlockingQueue<>();
    private final List<SocketEvent> seen = new ArrayList<>();

    private EventLog() {}

    /** Logs from now on. */
    static EventLog of(Socket socket) {
        var log = new EventLog();
        var unused = socket.onEvent(log.coming::add);
        return log;
    }

    /** Waits for the next event of this type, passing over others. */
    SocketEvent await(SocketEvent.Type type) {
        long deadline = System.nanoTime() + Rig.PATIENCE.toNanos();
        while (true) {
            SocketEvent event = poll(deadline - System.nanoTime());
            if (event == null) {
                return fail("no " + type + " in time; the last of " + seen.size() + ": " + last(5));
            }
            seen.add(event);
            if (event.type() == type) {
                return event;
            }
        }
    }

    private List<SocketEvent> last(int count) {
        return seen.subList(Math.max(0, seen.size() - count), seen.size());
    }

    private @Nullable SocketEvent poll(long nanos) {
        try {
            return coming.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** All events so far, in order. */
    List<SocketEvent> all() {
        coming.drainTo(seen);
        return seen;
    }

    /** The types of all events so far, in order. */
    List<SocketEvent.Type> types() {
        coming.drainTo(seen);
        return seen.stream().map(SocketEvent::type).toList();
    }
}
