package io.zmq4j.inproc;

import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;

import io.zmq4j.event.EndpointState;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Timer;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ReconnectDelay;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.zmtp.CloseReason;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connected endpoint within a context: a link to the socket that has bound the name, and another one when that is over, as a
 * connection over a wire is made anew.
 *
 * <pre>
 *   WAITING ──name bound──► OFFERED ──taken──► LINKED ──name unbound──► WAITING …
 *      ▲                       └──refused──────┐  └──given up by a pattern, here or there──┐
 *      └──────────reconnect delay──────────── RESTING ◄────────────────────────────────────┘
 *   any ──disconnected and handed over, linger is over, not to be renewed──► ENDED
 * </pre>
 *
 * <p>Where a wire is tried again and again, nothing needs to be tried here: a socket that binds the name finds those that wait for it.
 * Only a refusal is followed by a delay.
 *
 * <p>What is to follow when a link is over is in the state before the link is ended, and {@link #goOn} takes the step that
 * the state asks for, as often as it takes: a step that fails for want of memory is taken again by the loop. Safe for any
 * thread.
 */
public final class InprocConnection implements OpenEndpoint {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");
    /** By the reason's place: made before memory may be short. */
    private static final String[] ENDED = Stream.of(CloseReason.values())
            .map(reason -> "ended by a socket: " + reason)
            .toArray(String[]::new);

    private enum State {
        WAITING,
        OFFERED,
        LINKED,
        RESTING,
        ENDED
    }

    private final InprocRegistry registry;
    private final String name;
    private final String text;
    private final InprocHost host;
    private final OptionValues options;
    private final boolean immediate;
    private final byte @Nullable [] assignedRoutingId;
    private final WrittenStanding standing = new WrittenStanding(EndpointState.WAITING);

    /** Guards what follows; nothing is called with it held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ReconnectDelay delay;
    private State state = State.WAITING;
    private InprocLink link;
    /** The link is over: the next one takes its place when it is wanted. */
    private boolean isSpent;
    /** The socket has the link's pipe, or is to get it when it is taken: the link may be offered. */
    private boolean isOpen;
    /** Why it rests; null for a refusal. */
    private @Nullable CloseReason restsFor;
    /** Only lives to hand over what is queued. */
    private boolean closing;
    /** Takes the steps that need a loop's token, and those that failed. */
    private final Chore chore = new Chore(this::step);

    /** A linger time for which there is no timer yet, else 0; any thread. */
    private volatile long lingerNanos;

    // ---- owned by the loop's token

    private @Nullable Timer lingerTimer;
    private @Nullable Timer restTimer;

    InprocConnection(InprocRegistry registry, String name, InprocHost host, OptionValues options) {
        this.registry = registry;
        this.name = name;
        this.text = InprocRegistry.text(name);
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

    @Override
    public String text() {
        return text;
    }

    @Override
    public WrittenStanding standing() {
        return standing;
    }

    @Override
    public void start() {
        standing.failed("no socket of this context has bound the name");
        seek();
    }

    /** Takes the step that is next; one that fails is taken again by the loop. Throws nothing. */
    private void goOn() {
        try {
            takeStep();
        } catch (RuntimeException | Error e) {
            goOnLater(e);
        }
    }

    private void takeStep() {
        if (is(State.RESTING)) {
            chore.postTo(host.loop());
        } else {
            seek();
        }
    }

    private void goOnLater(Throwable failure) {
        try {
            chore.postTo(host.loop());
            LOG.log(System.Logger.Level.WARNING, "a connection within the context is tried again", failure);
        } catch (RuntimeException | Error e) {
            // There is no loop, and no memory or thread for one.
            host.isBehind();
        }
    }

    @Override
    public boolean catchUp() {
        try {
            takeStep();
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** The step that is next, with the loop's token held. */
    private void step() {
        Loop loop = host.loop();
        if (is(State.ENDED)) {
            loop.cancel(lingerTimer);
            loop.cancel(restTimer);
            return;
        }
        planLinger(loop);
        if (is(State.RESTING)) {
            planRest(loop);
        } else {
            seek();
        }
    }

    private boolean is(State wanted) {
        lock.lock();
        try {
            return state == wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the socket its pipe, if that is not done, and then looks for the socket that has the name: others must not come first. */
    private void seek() {
        InprocLink mine = wanted();
        if (mine == null) {
            return;
        }
        if (immediate) {
            open(mine);
        } else if (mine.beginAttach()) {
            try {
                mine.attach();
            } finally {
                open(mine);
            }
        }
        InprocBinding binding = registry.await(this);
        if (binding != null) {
            meet(binding);
        }
        if (is(State.ENDED)) {
            registry.ended(this);
        }
    }

    /** The link for the socket that has the name, a new one if need be; null if none is wanted now. */
    private @Nullable InprocLink wanted() {
        lock.lock();
        try {
            if (state != State.WAITING) {
                return null;
            }
            if (isSpent) {
                link = newLink();
                isSpent = false;
            }
            return link;
        } finally {
            lock.unlock();
        }
    }

    private void open(InprocLink mine) {
        lock.lock();
        try {
            isOpen |= link == mine && !isSpent;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has bound the name. Throws nothing: that the link cannot be made now does not concern the thread that binds. */
    void boundBy(InprocBinding binding) {
        try {
            meet(binding);
        } catch (RuntimeException | Error e) {
            goOnLater(e);
        }
    }

    private void meet(InprocBinding binding) {
        InprocLink mine = offerable(binding);
        if (mine == null) {
            return;
        }
        InprocLink.Side other = mine.prepare(binding);
        lock.lock();
        try {
            if (offerable(binding) != mine || !binding.add(mine)) {
                return;
            }
            state = State.OFFERED;
            standing.is(EndpointState.CONNECTING);
        } finally {
            lock.unlock();
        }
        mine.offer(binding, other);
    }

    private @Nullable InprocLink offerable(InprocBinding binding) {
        lock.lock();
        try {
            return state == State.WAITING && isOpen && binding.takes(host.type()) ? link : null;
        } finally {
            lock.unlock();
        }
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
        met(from, binding);
        host.tell(HANDSHAKE_SUCCEEDED, text, null, binding.host().type() + " in this context", 0);
        binding.tell(HANDSHAKE_SUCCEEDED, null, host.type() + " in this context");
        if (over) {
            finish(null);
        }
    }

    /**
     * The bound side does not take the link: it has a peer, or one with this routing id; or it failed with a link that it had
     * taken, and has given it up. False if it came too late.
     */
    boolean refusedThere(InprocLink from, PipeEnd pipe, CloseReason reason) {
        InprocBinding binding = from.binding();
        boolean wasLinked;
        lock.lock();
        try {
            wasLinked = state == State.LINKED;
            if ((state != State.OFFERED && !wasLinked) || isSpent || link != from || !from.isBound(pipe)) {
                return false;
            }
            if (!wasLinked) {
                state = reason == CloseReason.CLOSED_LOCALLY ? State.WAITING : State.RESTING;
                restsFor = null;
                failed(reason);
            }
        } finally {
            lock.unlock();
        }
        if (wasLinked) {
            endedByBound(from, reason);
            return true;
        }
        from.withdraw();
        if (reason != CloseReason.CLOSED_LOCALLY) {
            if (binding != null) {
                binding.tell(HANDSHAKE_FAILED, reason, "the socket does not take the peer");
            }
            if (!delay.isEnabled()) {
                finish(CloseReason.REFUSED_BY_SOCKET);
                return true;
            }
        }
        goOn();
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
        boolean isLast;
        lock.lock();
        try {
            if (state == State.ENDED || isSpent || link != from) {
                return;
            }
            wasLinked = state == State.LINKED;
            if (reason == CloseReason.NO_REPLY) {
                delay.hurry();
            }
            isLast = closing || !delay.isEnabled();
            if (!isLast) {
                isSpent = true;
                isOpen = false;
                state = next;
                restsFor = reason;
                failed(reason);
                parted(binding);
            }
        } finally {
            lock.unlock();
        }
        if (isLast) {
            finish(reason);
            return;
        }
        try {
            from.end();
            if (wasLinked) {
                tellDisconnected(binding, CloseReason.PEER_CLOSED, reason);
            }
        } finally {
            goOn();
        }
    }

    /** What the handle says, with the lock held. Allocates nothing: the steps that follow must be taken. */
    private void failed(CloseReason reason) {
        standing.is(EndpointState.WAITING);
        standing.failed(
                reason == CloseReason.CLOSED_LOCALLY
                        ? "the socket that had bound the name is gone"
                        : ENDED[reason.ordinal()]);
    }

    /** The peer is there, for both, unless the link is over already. */
    private void met(InprocLink from, InprocBinding binding) {
        lock.lock();
        try {
            if (state == State.LINKED && link == from && !isSpent) {
                standing.is(EndpointState.CONNECTED);
                standing.joined();
                binding.standing().joined();
            }
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held. */
    private void parted(@Nullable InprocBinding binding) {
        if (standing.peerCount() > 0) {
            standing.left();
            if (binding != null) {
                binding.standing().left();
            }
        }
    }

    private void tellDisconnected(@Nullable InprocBinding binding, CloseReason here, CloseReason there) {
        host.tell(DISCONNECTED, text, here, "", 0);
        if (binding != null) {
            binding.tell(DISCONNECTED, there, "");
        }
    }

    /** RESTING for as long as is waited before a wire is tried again. Token held. */
    private void planRest(Loop loop) {
        if (restTimer != null) {
            return;
        }
        long millis;
        CloseReason reason;
        lock.lock();
        try {
            millis = delay.nextMillis();
            reason = restsFor;
        } finally {
            lock.unlock();
        }
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        restTimer = loop.schedule(nanos, this::rested);
        standing.waits(nanos);
        loop.needsDriver();
        String why = reason == null ? "refused by the socket that has the name" : "the link was ended: " + reason;
        host.tell(CONNECT_RETRIED, text, reason, why, millis);
    }

    /** Token held; taken again if it fails. */
    private void rested() {
        restTimer = null;
        lock.lock();
        try {
            if (state == State.RESTING) {
                state = State.WAITING;
            }
        } finally {
            lock.unlock();
        }
        seek();
    }

    /**
     * Gives the endpoint up, as soon as a socket has bound the name and taken what is queued.
     *
     * @param lingerNanos how long that may take; negative for as long as it takes
     */
    @Override
    public void close(long lingerNanos) {
        InprocLink mine;
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            mine = link;
            standing.is(EndpointState.CLOSED);
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
        lingerNanos = nanos;
        try {
            chore.postTo(host.loop());
        } catch (RuntimeException | Error e) {
            // Without a timer the context's end is the limit.
            LOG.log(System.Logger.Level.WARNING, "no timer for " + text, e);
        }
    }

    /** Token held. */
    private void planLinger(Loop loop) {
        long nanos = lingerNanos;
        if (nanos > 0) {
            Timer timer = loop.schedule(nanos, () -> finish(null));
            loop.cancel(lingerTimer);
            lingerTimer = timer;
            lingerNanos = 0;
            loop.needsDriver();
        }
    }

    /** Goes on as long as something is queued that has not been taken; what was taken is the reader's. */
    private boolean lingers(InprocLink mine) {
        lock.lock();
        try {
            if (state == State.LINKED || isSpent || !mine.hasQueued()) {
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
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            wasLinked = state == State.LINKED;
            state = State.ENDED;
            last = link;
            standing.is(EndpointState.GIVEN_UP);
            parted(last.binding());
        } finally {
            lock.unlock();
        }
        InprocBinding binding = last.binding();
        try {
            registry.ended(this);
            last.end();
        } finally {
            end(binding, wasLinked, byOther);
        }
    }

    private void end(@Nullable InprocBinding binding, boolean wasLinked, @Nullable CloseReason byOther) {
        try {
            host.endpointGivenUp(this);
            if (wasLinked) {
                tellDisconnected(
                        binding,
                        byOther == null ? CloseReason.CLOSED_LOCALLY : CloseReason.PEER_CLOSED,
                        byOther == null ? CloseReason.PEER_CLOSED : byOther);
            }
            host.tell(CLOSED, text, byOther, "", 0);
            // For the timers.
            chore.post();
        } finally {
            host.endpointEnded(this);
        }
    }
}
