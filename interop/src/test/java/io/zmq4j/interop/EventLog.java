package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.fail;

import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

    /** Logs from now on, and each line of the conversation as well. */
    static EventLog traced(Socket socket) {
        var log = new EventLog();
        var unused = socket.onTrace(log.coming::add);
        return log;
    }

    /** Waits for the next line of the conversation that begins so. */
    void awaitTrace(String beginning) {
        var unused = await("line " + beginning, event -> event.detail().startsWith(beginning));
    }

    /** Waits for the next event of this type, passing over others. */
    SocketEvent await(SocketEvent.Type type) {
        return await(type.name(), event -> event.type() == type);
    }

    private SocketEvent await(String what, Predicate<SocketEvent> wanted) {
        long deadline = System.nanoTime() + Rig.PATIENCE.toNanos();
        while (true) {
            SocketEvent event = poll(deadline - System.nanoTime());
            if (event == null) {
                return fail("no " + what + " in time; the last of " + seen.size() + ": " + last(5));
            }
            seen.add(event);
            if (wanted.test(event)) {
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
