package io.zmq4j.inproc;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.Flush;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType.Topics;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection within a context: two pipe ends with the same two queues, crossed. The connecting side's end is there from
 * the beginning; the bound side's is offered to its socket, which takes it or not, and if not to the next one, with
 * everything that was queued. When either side ends it, it is over: another link, with other queues, may follow.
 *
 * <p>Each direction takes as many messages as the sender's SNDHWM and the receiver's RCVHWM together, any number if one
 * of them is 0; while there is no bound side, what the connecting side allows alone.
 */
final class InprocLink {
    private final InprocConnection connection;
    /** Guards what becomes of the sides when they end; nothing is called with it held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final PipeQueue forward;
    private final PipeQueue backward;
    private final Side connecting;
    private volatile @Nullable Side bound;
    private volatile @Nullable InprocBinding binding;
    /** Whether the connecting socket has been given its pipe. Guarded by the lock. */
    private boolean attached;
    /** Guarded by the lock. */
    private boolean isOver;

    InprocLink(
            InprocConnection connection, InprocHost host, OptionValues options, byte @Nullable [] assignedRoutingId) {
        this.connection = connection;
        forward = new PipeQueue(host.sendHighWaterMark(), host.conflatesOutbound(options), host.drops());
        backward = new PipeQueue(host.receiveHighWaterMark(), host.conflatesInbound(options), host.drops());
        connecting = new Side(host, options, backward, forward, assignedRoutingId);
        forward.sender(connecting.self);
        // Until the other end is offered to a socket, and that puts anything: so that to name that socket takes no
        // memory then.
        backward.sender(Peer.withoutWire(connection.text(), null, new byte[0]));
    }

    /**
     * To be followed by {@link #attach}: false if the connecting socket has its pipe, or another thread is about to give it.
     */
    boolean beginAttach() {
        lock.lock();
        try {
            boolean begins = !attached;
            attached = true;
            return begins;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the connecting socket its pipe: before another thread can reach it, for what that tells is lost before that. */
    void attach() {
        connecting.pipe.signal(Signal.ATTACH);
    }

    /** Whether the connecting side has sent what has not been taken yet. */
    boolean hasQueued() {
        return forward.size() > 0;
    }

    /** Nothing more is sent by the connecting side. */
    void refuseWrites() {
        connecting.pipe.refuseWrites();
    }

    /** The other end, for the socket that has bound the name: everything that takes memory. */
    Side prepare(InprocBinding to) {
        InprocHost host = to.host();
        // Nobody reads either queue now that could get more than the newest.
        if (host.conflatesInbound(to.options())) {
            forward.conflate();
        }
        if (host.conflatesOutbound(to.options())) {
            backward.conflate();
        }
        return new Side(host, to.options(), forward, backward, null);
    }

    /** Offers the other end to the socket that has bound the name. */
    void offer(InprocBinding to, Side other) {
        other.peer = connecting;
        backward.sender(other.self);
        boolean tooLate;
        lock.lock();
        try {
            binding = to;
            bound = other;
            connecting.peer = other;
            tooLate = isOver;
        } finally {
            lock.unlock();
        }
        adjustHighWaterMarks();
        other.pipe.peer(connecting.self);
        other.pipe.connected(true);
        try {
            other.pipe.signal(Signal.ATTACH | Signal.CONNECTED);
            other.pipe.afterDelivery();
        } finally {
            if (tooLate) {
                // Who ended the link did not see this end yet.
                to.remove(this);
                other.pipe.end();
            }
        }
    }

    /** The bound side has taken it: the connecting side hears so. */
    void tellAccepted() {
        Side other = bound;
        if (other == null) {
            return;
        }
        connecting.pipe.peer(other.self);
        connecting.pipe.connected(true);
        // There is more room than there was while it waited.
        int signals = Signal.CONNECTED | Signal.WRITABLE;
        if (beginAttach()) {
            signals |= Signal.ATTACH;
        }
        connecting.pipe.signal(signals);
    }

    /** The bound side did not take it, or has ended: gives it up. */
    void withdraw() {
        InprocBinding from;
        lock.lock();
        try {
            from = binding;
            binding = null;
            bound = null;
            connecting.peer = null;
        } finally {
            lock.unlock();
        }
        if (from != null) {
            from.remove(this);
        }
        forward.highWaterMark(connecting.host.sendHighWaterMark());
        backward.highWaterMark(connecting.host.receiveHighWaterMark());
    }

    @Nullable
    InprocBinding binding() {
        return binding;
    }

    /** It is over for both sides; what was sent can still be read. */
    void end() {
        InprocBinding from;
        Side other;
        lock.lock();
        try {
            isOver = true;
            from = binding;
            other = bound;
            // A socket that was never given the pipe need not take leave of it.
            connecting.gone |= !attached;
        } finally {
            lock.unlock();
        }
        if (from != null) {
            from.remove(this);
        }
        try {
            connecting.pipe.end();
        } finally {
            if (other != null) {
                other.pipe.end();
            }
        }
    }

    /** The name is unbound. */
    void endedByBound() {
        connection.endedByBound(this, CloseReason.CLOSED_LOCALLY);
    }

    private void adjustHighWaterMarks() {
        Side other = bound;
        if (other != null) {
            forward.highWaterMark(sum(connecting.host.sendHighWaterMark(), other.host.receiveHighWaterMark()));
            backward.highWaterMark(sum(other.host.sendHighWaterMark(), connecting.host.receiveHighWaterMark()));
        } else {
            forward.highWaterMark(connecting.host.sendHighWaterMark());
            backward.highWaterMark(connecting.host.receiveHighWaterMark());
        }
    }

    private static int sum(int sender, int receiver) {
        return sender == 0 || receiver == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) sender + receiver);
    }

    /** One socket's end; as the {@link Far} of its own pipe it stands for the other. */
    final class Side implements Far {
        final InprocHost host;
        final PipeEnd pipe;
        /** Who it is to the other side. */
        final Peer self;

        volatile @Nullable Side peer;
        /** Its socket's pattern has taken it. Guarded by the socket's lock. */
        private boolean taken;
        /** Its socket reads and writes no more. Guarded by the link's lock. */
        private boolean gone;
        /** When its socket took leave, the other side still read what it had sent. */
        private volatile boolean readOn;

        Side(
                InprocHost host,
                OptionValues options,
                PipeQueue inbound,
                PipeQueue outbound,
                byte @Nullable [] assignedRoutingId) {
            this.host = host;
            self = Peer.withoutWire(connection.text(), host.type().name(), host.announcedRoutingId(options));
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
            // The other side's room has changed as well: a thread that waits may go on, and one that counted on more
            // has to look again.
            onRoom();
        }

        /**
         * What is left belongs to the reader, which still can read it; without one it is lost. The side that takes leave last also finds
         * what the other one sent meanwhile.
         */
        @Override
        public long takeLost() {
            Side other;
            lock.lock();
            try {
                gone = true;
                other = peer;
                if (other != null && !other.gone) {
                    readOn = true;
                    return 0;
                }
            } finally {
                lock.unlock();
            }
            return takeUnreadable() + (other == null ? 0 : other.takeUnreadable());
        }

        @Override
        public boolean isReadOn() {
            return readOn;
        }

        /** Both sides met by the same name. */
        @Override
        public FarName name() {
            Side other = peer;
            return new FarName(
                    connection.text(),
                    null,
                    other == null ? null : other.host.type().name());
        }

        /** What this side sent and the other one will not read. */
        private long takeUnreadable() {
            long count = pipe.outbound().discard();
            // Subscriptions are not missed.
            return host.type().topics() == Topics.SUBSCRIBES ? 0 : count;
        }

        @Override
        public void onAccepted() {
            taken = true;
            if (this != connecting) {
                connection.accepted(InprocLink.this, pipe);
            }
        }

        @Override
        public void refuse(CloseReason reason) {
            if (this == connecting) {
                connection.refusedHere(InprocLink.this, reason);
            } else if (!connection.refusedThere(InprocLink.this, pipe, reason) && !taken) {
                // One that was taken takes leave when it hears of the end.
                refusedTooLate();
            }
        }

        /** The connecting side has ended it meanwhile, in the belief that this side would read what it sent. */
        private void refusedTooLate() {
            lock.lock();
            try {
                gone = true;
                if (!connecting.gone) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            long lost = connecting.takeUnreadable();
            if (lost > 0) {
                connecting
                        .host
                        .drops()
                        .add(connecting.host.isClosed() ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, lost);
            }
        }

        @Override
        public void close(CloseReason reason, long lingerNanos) {
            if (this == connecting) {
                connection.closedHere(InprocLink.this, reason, lingerNanos);
            } else {
                connection.endedByBound(InprocLink.this, reason);
            }
        }
    }

    /** Whether this is the end that the bound side has now. */
    boolean isBound(PipeEnd pipe) {
        Side other = bound;
        return other != null && other.pipe == pipe;
    }
}
