package io.zmq4j.socket;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Requesting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a DEALER that have no reply yet. Each goes out behind an id, which every REP, and every ROUTER that sends back
 * what stands before the empty frame, puts before the reply:
 *
 * <pre>
 *   [8-byte id] [empty] [body]+
 * </pre>
 *
 * <p>One way out each: the reply, the time, a failure, or given up; and with each a request leaves both the map and the line of
 * deadlines in the same step. Guarded by the lock of {@link Async}.
 */
final class Requests {
    /** How many may be outstanding, unless the application says otherwise. */
    static final int MOST = 10_000;

    private static final byte[] DELIMITER = {};
    private static final int ID_SIZE = Long.BYTES;

    private final SocketCore socket;
    private final Consumer<Pending<?>> tell;
    private final Map<Long, Outstanding> byId = new HashMap<>();
    private final TreeSet<Outstanding> byTime = new TreeSet<>();
    private final long firstId = ThreadLocalRandom.current().nextLong();
    private long nextId = firstId;
    private int most = MOST;
    private boolean hasBegun;

    /** What has ended is given to {@code tell}. */
    Requests(SocketCore socket, Consumer<Pending<?>> tell) {
        this.socket = socket;
        this.tell = tell;
    }

    int count() {
        return byId.size();
    }

    int most() {
        return most;
    }

    void most(int count) {
        most = count;
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Whether another one would be too many. */
    boolean isFull() {
        return byId.size() >= most;
    }

    /** A request that is not among them yet. */
    Outstanding make(Async async, Message body, long nanos) {
        long id = nextId++;
        byte[] idFrame = ByteBuffer.allocate(ID_SIZE).putLong(id).array();
        Message wire = body.prependWrapped(DELIMITER).prependWrapped(idFrame);
        return new Outstanding(async, this, id, wire, nanos, socket.trouble().breaks(), socket.lifeline());
    }

    /** Before it is sent: the reply may come at once. */
    void add(Outstanding request) {
        if (!hasBegun) {
            socket.pattern().locked(dealer -> {
                ((Requesting) dealer).beginRequests();
                return true;
            });
            hasBegun = true;
            // A thread that waits for a message is told that it will get none.
            socket.pattern().wake();
        }
        byTime.add(request);
        boolean added = false;
        try {
            byId.put(request.id, request);
            added = true;
        } finally {
            if (!added) {
                byTime.remove(request);
            }
        }
    }

    /** It has ended. */
    void remove(Outstanding request) {
        byId.remove(request.id);
        byTime.remove(request);
        PendingList sends = request.ask.list;
        if (sends != null) {
            sends.remove(request.ask);
        }
    }

    /** The one whose time is over first; null if there is none. */
    @Nullable
    Outstanding first() {
        return byTime.isEmpty() ? null : byTime.first();
    }

    /** Gives everybody what has come, and ends those whose time is over. */
    void serve() {
        try {
            while (!isEmpty()) {
                Message reply =
                        socket.pattern().<@Nullable Message>locked(dealer -> ((Requesting) dealer).tryReceiveReply());
                if (reply == null) {
                    break;
                }
                deliver(reply);
            }
        } catch (SocketClosedException e) {
            for (Outstanding each = first(); each != null; each = first()) {
                fail(each, e);
            }
        }
        long now = System.nanoTime();
        for (Outstanding each = first(); each != null && each.dueNanos - now <= 0; each = first()) {
            end(each, failure(each, whyLate(each), null));
        }
    }

    private void deliver(Message reply) {
        boolean isReply = reply.frameCount() > 2 && reply.size(0) == ID_SIZE && reply.size(1) == 0;
        if (!isReply) {
            socket.drops().add(DropReason.UNCORRELATED, 1);
            return;
        }
        long id = ByteBuffer.wrap(reply.array(0)).getLong();
        Outstanding request = byId.get(id);
        if (request != null) {
            request.answered(reply.from(2));
            remove(request);
            tell.accept(request);
        } else {
            boolean wasAsked = Long.compareUnsigned(id - firstId, nextId - firstId) < 0;
            socket.drops().add(wasAsked ? DropReason.LATE_REPLY : DropReason.UNCORRELATED, 1);
        }
    }

    /**
     * What is known. That a connection broke is, but not whether the request had gone out by it and not another; it may even have
     * waited for the next one, so nothing is said before its time is over.
     */
    private Reason whyLate(Outstanding request) {
        if (!request.ask.isSent()) {
            return socket.trouble().whyNobody();
        }
        if (socket.trouble().breaks() != request.breaksBefore) {
            return Reason.CONNECTION_LOST;
        }
        return socket.peerCount() == 0 ? socket.trouble().whyNobody() : Reason.TIMEOUT;
    }

    /** It could not be sent, or never will be answered. */
    void fail(Outstanding request, Throwable why) {
        end(request, why instanceof SocketClosedException ? failure(request, Reason.CLOSED, why) : why);
    }

    private void end(Outstanding request, Throwable failure) {
        if (request.state == Pending.State.WAITING) {
            request.fail(failure);
            remove(request);
            tell.accept(request);
        }
    }

    /** One more than may be. */
    RequestFailedException busy(Outstanding request) {
        return failure(request, Reason.BUSY, null);
    }

    private RequestFailedException failure(Outstanding request, Reason reason, @Nullable Throwable cause) {
        return new RequestFailedException(
                reason,
                1,
                Duration.ofNanos(System.nanoTime() - request.beganNanos),
                socket.trouble().endpoint(),
                socket.trouble().sentence(),
                cause);
    }
}
