package io.zmq4j.inproc;

import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Timer;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.ReconnectDelay;
import io.zmq4j.zmtp.CloseReason;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connected endpoint within a context: a link to whoever has bound the name, and another one when that is over, as a
 * connection over a wire is made anew.
 *
 * <pre>
 *   WAITING ──name bound──► OFFERED ──taken──► LINKED ──ended by the bound side──► WAITING …
 *      ▲                       └──refused──────┐  └──refused here, closed by the pattern──┐
 *      └──────────reconnect delay──────────── RESTING ◄───────────────────────────────────┘
 *   any ──disconnected and handed over, linger is over, not to be renewed──► ENDED
 * </pre>
 *
 * <p>Where a wire is tried again and again, nothing needs to be tried here: who binds the name finds those who wait for it.
 * Only a refusal is followed by a delay. Safe for any thread.
 */
public final class InprocConnection {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private enum State {
        WAITING,
        OFFERED,
        LINKED,
        RESTING,
        ENDED
    }

    private final InprocRegistry registry;
    private final String name;
    private final InprocHost host;
    private final OptionValues options;
    private final boolean immediate;
    private final byte @Nullable [] assignedRoutingId;

    /** Guards what follows; nothing is called with it held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ReconnectDelay delay;
    private State state = State.WAITING;
    private InprocLink link;
    /** Only lives to hand over what is queued. */
    private boolean closing;
    /** Where there may be timers to cancel. */
    private @Nullable Loop loop;

    // ---- owned by the loop's token

    private @Nullable Timer lingerTimer;
    private @Nullable Timer restTimer;

    InprocConnection(InprocRegistry registry, String name, InprocHost host, OptionValues options) {
        this.registry = registry;
        this.name = name;
        this.host = host;
        this.options = options;
        this.immediate = options.get(SocketOptions.IMMEDIATE);
        this.delay =
                new ReconnectDelay(options, () -> ThreadLocalRandom.current().nextDouble());
        byte[] assigned = options.getOrDefault(SocketOptions.CONNECT_ROUTING_ID);
        this.assignedRoutingId = assigned.length == 0 ? null : assigned;
        this.link = newLink();
    }

    private InprocLink newLink() {
        return new InprocLink(this, host, options, assignedRoutingId);
    }

    String name() {
        return name;
    }

    /** Begins; called once. */
    public void start() {
        seek(link);
    }

    /** Gives the socket its pipe, if that is not done, and then looks for who has the name: others must not come first. */
    private void seek(InprocLink mine) {
        if (!immediate && !mine.isAttached()) {
            mine.attach();
        }
        if (isWaiting(mine)) {
            InprocBinding binding = registry.await(this);
            if (binding != null) {
                meet(binding);
            }
            lock.lock();
            try {
                if (state != State.ENDED) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            registry.ended(this);
        }
    }

    private boolean isWaiting(InprocLink mine) {
        lock.lock();
        try {
            return state == State.WAITING && link == mine;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has bound the name. */
    void meet(InprocBinding binding) {
        InprocLink mine;
        lock.lock();
        try {
            if (state != State.WAITING || !binding.takes(host.type()) || !binding.add(link)) {
                return;
            }
            state = State.OFFERED;
            mine = link;
        } finally {
            lock.unlock();
        }
        registry.forget(this);
        mine.offer(binding, host.announcedRoutingId(options));
    }

    /** The bound side has taken the link. */
    void accepted(InprocLink from, PipeEnd pipe) {
        InprocBinding binding = from.binding();
        boolean over;
        lock.lock();
        try {
            if (state != State.OFFERED || link != from || !from.isBound(pipe) || binding == null) {
                return;
            }
            state = State.LINKED;
            delay.reset();
            over = closing;
        } finally {
            lock.unlock();
        }
        from.tellAccepted();
        host.event(event(HANDSHAKE_SUCCEEDED, null, binding.host().type() + " in this context", 0));
        binding.event(HANDSHAKE_SUCCEEDED, null, host.type() + " in this context");
        if (over) {
            finish(null);
        }
    }

    /** The bound side does not take the link: it has a peer, or one with this routing id; false if it came too late. */
    boolean refusedThere(InprocLink from, PipeEnd pipe, CloseReason reason) {
        InprocBinding binding = from.binding();
        lock.lock();
        try {
            if (state != State.OFFERED || link != from || !from.isBound(pipe)) {
                return false;
            }
            state = reason == CloseReason.CLOSED_LOCALLY ? State.WAITING : State.RESTING;
        } finally {
            lock.unlock();
        }
        from.withdraw();
        if (reason == CloseReason.CLOSED_LOCALLY) {
            seek(from);
            return true;
        }
        if (binding != null) {
            binding.event(HANDSHAKE_FAILED, reason, "the socket does not take the peer");
        }
        rest("refused by the socket that has the name");
        return true;
    }

    /** The connecting socket does not take the link, or its pattern has closed it for a reason that passes. */
    void refusedHere(InprocLink from, CloseReason reason) {
        renew(from, State.RESTING, reason);
    }

    /** The bound side has ended the link. */
    void endedByBound(InprocLink from, CloseReason reason) {
        boolean passes = reason == CloseReason.CLOSED_LOCALLY;
        renew(from, passes ? State.WAITING : State.RESTING, reason);
    }

    /** The connecting side's socket, or its pattern, closes the link. */
    void closedHere(InprocLink from, CloseReason reason, long lingerNanos) {
        if (reason.retry()) {
            refusedHere(from, reason);
        } else {
            close(lingerNanos);
        }
    }

    /** Another link in the place of this one. */
    private void renew(InprocLink from, State next, CloseReason reason) {
        InprocBinding binding = from.binding();
        boolean wasLinked;
        InprocLink mine;
        lock.lock();
        try {
            if (state == State.ENDED || link != from) {
                return;
            }
            wasLinked = state == State.LINKED;
            if (closing || !delay.isEnabled()) {
                mine = from;
            } else {
                mine = newLink();
                link = mine;
                state = next;
            }
        } finally {
            lock.unlock();
        }
        if (mine == from) {
            finish(reason);
            return;
        }
        from.end();
        if (wasLinked) {
            tellDisconnected(binding, CloseReason.PEER_CLOSED, reason);
        }
        if (next == State.RESTING) {
            rest("the link was ended: " + reason);
        } else {
            seek(mine);
        }
    }

    private void tellDisconnected(@Nullable InprocBinding binding, CloseReason here, CloseReason there) {
        host.event(event(DISCONNECTED, here, "", 0));
        if (binding != null) {
            binding.event(DISCONNECTED, there, "");
        }
    }

    /** RESTING for as long as is waited before a wire is tried again. */
    private void rest(String why) {
        if (!delay.isEnabled()) {
            finish(CloseReason.REFUSED_BY_SOCKET);
            return;
        }
        long millis;
        lock.lock();
        try {
            millis = delay.nextMillis();
        } finally {
            lock.unlock();
        }
        host.event(event(CONNECT_RETRIED, null, why, millis));
        try {
            Loop chosen = chooseLoop();
            chosen.execute(() -> {
                chosen.cancel(restTimer);
                restTimer = chosen.schedule(TimeUnit.MILLISECONDS.toNanos(millis), this::rested);
                chosen.needsDriver();
            });
        } catch (RuntimeException | Error e) {
            // Without a timer it waits for the next who binds the name.
            LOG.log(System.Logger.Level.WARNING, "no timer for " + InprocRegistry.text(name), e);
            waitForNext();
        }
    }

    private void waitForNext() {
        lock.lock();
        try {
            if (state != State.RESTING) {
                return;
            }
            state = State.WAITING;
        } finally {
            lock.unlock();
        }
        registry.await(this);
    }

    private void rested() {
        InprocLink mine;
        lock.lock();
        try {
            if (state != State.RESTING) {
                return;
            }
            state = State.WAITING;
            mine = link;
        } finally {
            lock.unlock();
        }
        seek(mine);
    }

    /**
     * Gives the endpoint up, as soon as somebody has bound the name and taken what is queued.
     *
     * @param lingerNanos how long that may take; negative for as long as it takes
     */
    public void close(long lingerNanos) {
        InprocLink mine;
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            mine = link;
        } finally {
            lock.unlock();
        }
        mine.refuseWrites();
        if (lingerNanos == 0 || !lingers(mine)) {
            finish(null);
        } else if (lingerNanos > 0) {
            lingerFor(lingerNanos);
        }
    }

    private void lingerFor(long nanos) {
        try {
            Loop chosen = chooseLoop();
            chosen.execute(() -> {
                chosen.cancel(lingerTimer);
                lingerTimer = chosen.schedule(nanos, () -> finish(null));
                chosen.needsDriver();
            });
        } catch (RuntimeException | Error e) {
            // Without a timer the context's end is the limit.
            LOG.log(System.Logger.Level.WARNING, "no timer for " + InprocRegistry.text(name), e);
        }
    }

    private Loop chooseLoop() {
        Loop chosen = host.loop();
        lock.lock();
        try {
            loop = chosen;
        } finally {
            lock.unlock();
        }
        return chosen;
    }

    /** Goes on as long as something is queued that nobody has taken; what was taken is the reader's. */
    private boolean lingers(InprocLink mine) {
        lock.lock();
        try {
            if (state == State.LINKED || !mine.hasQueued()) {
                return false;
            }
            closing = true;
        } finally {
            lock.unlock();
        }
        return registry.linger(this);
    }

    /** The end; {@code byOther} is why the bound side closed, if it did. */
    private void finish(@Nullable CloseReason byOther) {
        InprocLink last;
        boolean wasLinked;
        @Nullable Loop timers;
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            wasLinked = state == State.LINKED;
            state = State.ENDED;
            last = link;
            timers = loop;
        } finally {
            lock.unlock();
        }
        try {
            InprocBinding binding = last.binding();
            registry.ended(this);
            last.end();
            host.endpointGivenUp(this);
            if (wasLinked) {
                tellDisconnected(
                        binding,
                        byOther == null ? CloseReason.CLOSED_LOCALLY : CloseReason.PEER_CLOSED,
                        byOther == null ? CloseReason.PEER_CLOSED : byOther);
            }
            host.event(event(CLOSED, byOther, "", 0));
            if (timers != null) {
                timers.execute(() -> {
                    timers.cancel(lingerTimer);
                    timers.cancel(restTimer);
                });
            }
        } finally {
            host.endpointEnded(this);
        }
    }

    private SocketEvent event(SocketEvent.Type type, @Nullable CloseReason reason, String detail, long value) {
        return new SocketEvent(type, InprocRegistry.text(name), null, reason, detail, value);
    }
}
