package io.zmq4j.inproc;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two pipe ends with the same two queues, crossed. The connecting side's end exists from the connect on; the bound
 * side's from the moment both are there.
 *
 * <pre>
 *   WAITING ──bound──► LINKED ──either side closes──► CLOSED
 *      └────connecting side closes──────────────────────┘
 * </pre>
 *
 * <p>Each direction takes as many messages as the sender's SNDHWM and the receiver's RCVHWM together, any number if one
 * of them is 0; while waiting, what the connecting side allows alone.
 */
final class InprocLink {
    enum State {
        WAITING,
        LINKED,
        CLOSED
    }

    /** Guards the transitions; nothing is called with it held. */
    private final ReentrantLock lock = new ReentrantLock();

    private State state = State.WAITING;
    private final Consumer<InprocLink> abandoned;
    private final PipeQueue forward;
    private final PipeQueue backward;
    private final Side connecting;
    private volatile @Nullable Side bound;

    /** {@code abandoned} hears when the connecting side gives up before the name is bound. */
    InprocLink(InprocHost host, byte @Nullable [] assignedRoutingId, Consumer<InprocLink> abandoned) {
        this.abandoned = abandoned;
        forward = new PipeQueue(host.sendHighWaterMark(), host.conflatesOutbound(), host.drops());
        backward = new PipeQueue(host.receiveHighWaterMark(), host.conflatesInbound(), host.drops());
        connecting = new Side(host, backward, forward, assignedRoutingId);
    }

    /** Goes from one state to another, if it is in the first. */
    private boolean change(State from, State to) {
        lock.lock();
        try {
            boolean fits = state == from;
            if (fits) {
                state = to;
            }
            return fits;
        } finally {
            lock.unlock();
        }
    }

    InprocHost connectingHost() {
        return connecting.host;
    }

    void open() {
        connecting.pipe.signal(Signal.ATTACH);
    }

    /** The bound side is there. */
    void complete(InprocHost host) {
        var other = new Side(host, forward, backward, null);
        lock.lock();
        try {
            if (state != State.WAITING) {
                return;
            }
            state = State.LINKED;
            connecting.peer = other;
            other.peer = connecting;
            bound = other;
        } finally {
            lock.unlock();
        }
        adjustHighWaterMarks();
        connecting.pipe.peerRoutingId(host.announcedRoutingId());
        other.pipe.peerRoutingId(connecting.host.announcedRoutingId());
        connecting.pipe.connected(true);
        other.pipe.connected(true);
        other.pipe.signal(Signal.ATTACH | Signal.CONNECTED);
        // There is more room than there was while it waited.
        connecting.pipe.signal(Signal.CONNECTED | Signal.WRITABLE);
        other.pipe.afterDelivery();
    }

    private void adjustHighWaterMarks() {
        Side other = bound;
        if (other != null) {
            forward.highWaterMark(sum(connecting.host.sendHighWaterMark(), other.host.receiveHighWaterMark()));
            backward.highWaterMark(sum(other.host.sendHighWaterMark(), connecting.host.receiveHighWaterMark()));
        }
    }

    private static int sum(int sender, int receiver) {
        return sender == 0 || receiver == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) sender + receiver);
    }

    /** One socket's end; as the {@link Far} of its own pipe it stands for the other. */
    private final class Side implements Far {
        final InprocHost host;
        final PipeEnd pipe;
        volatile @Nullable Side peer;

        Side(InprocHost host, PipeQueue inbound, PipeQueue outbound, byte @Nullable [] assignedRoutingId) {
            this.host = host;
            pipe = new PipeEnd(host.pipeOwner(), inbound, outbound, assignedRoutingId);
            pipe.far(this);
        }

        @Override
        public boolean hasWire() {
            return false;
        }

        @Override
        public Flush onWritten(Message message) {
            return Flush.NOW;
        }

        /** The lock's release was the fence between the message and the look at the flag. */
        @Override
        public void flush() {
            Side other = peer;
            if (other != null) {
                other.pipe.afterDelivery();
            }
        }

        @Override
        public void onRoom() {
            Side other = peer;
            if (other != null) {
                other.pipe.signal(Signal.WRITABLE);
            }
        }

        @Override
        public void pull() {}

        @Override
        public void onHighWaterMarks(int inbound, int outbound) {
            adjustHighWaterMarks();
            // The other side's room has changed as well: who waits may go on, who counted on more has to look again.
            onRoom();
        }

        /** What is left belongs to the reader, who still can read it; without one it is lost. */
        @Override
        public long takeLost() {
            return peer == null ? pipe.outbound().size() : 0;
        }

        @Override
        public void close(CloseReason reason, long lingerNanos) {
            if (change(State.WAITING, State.CLOSED)) {
                abandoned.accept(InprocLink.this);
                pipe.end();
            } else if (change(State.LINKED, State.CLOSED)) {
                pipe.end();
                Side other = peer;
                if (other != null) {
                    other.pipe.end();
                }
            }
        }
    }

    PipeEnd connectingPipe() {
        return connecting.pipe;
    }
}
