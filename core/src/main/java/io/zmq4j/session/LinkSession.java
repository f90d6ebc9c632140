package io.zmq4j.session;

import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.DATA_LOST;
import static io.zmq4j.event.SocketEvent.Type.LISTENING;

import io.zmq4j.connection.Connection;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.Peer;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Gate;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.loop.Timer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.Flush;
import io.zmq4j.outbox.HeldBack;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Signal;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ProvidedEndpoint;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType.Topics;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint without connections: pairs one pipe with one {@link Link}, for as long as the endpoint is there.
 *
 * <pre>
 *   OPEN ──close──► LINGERING ──handed over, time is up──► ENDED
 *     └──────────close without linger, the link failed───────▲
 * </pre>
 *
 * <p>The link is used inside the gate, by any thread that comes by: the one that sends, the one that waits for a message, the
 * loop. State, timers and registration are the token's. Everything else says so itself.
 */
public final class LinkSession implements OpenEndpoint, Far, LoopHandler, LinkHost {
    private enum State {
        OPEN,
        LINGERING,
        ENDED
    }

    /** A time that does not come, far enough from all others to be compared with them. */
    private static final long NEVER_NANOS = Long.MAX_VALUE / 4;

    /** What is due sooner cannot wait until the caretaker notices that nobody drives. */
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** The selector's shortest time is a millisecond; what is due at once and not done is being done by somebody else. */
    private static final long SHORTEST_TIMER_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final SelectionKey[] NONE = {};

    private final SessionHost host;
    /** With the real port, from the constructor's end on. */
    private String endpoint;

    private final boolean publishes;
    /** Whether what is written goes anywhere: what a subscriber writes are subscriptions, and nobody is there to hear them. */
    private final boolean sends;

    private final HeldBack heldBack;
    private final PipeEnd pipe;
    private final Link link;
    private final Gate gate = new Gate(this::onShut);
    private final WrittenStanding standing = new WrittenStanding(EndpointState.CONNECTING);

    // ---- owned by the token

    private State state = State.OPEN;
    private @Nullable Timer timer;
    private @Nullable Timer lingerTimer;
    private String whyEnded = "";

    /** Messages that the link had taken and never sent. */
    private long unsent;

    // ---- any thread

    /** Keeps an interest from being said to a key that is being replaced. */
    private final Object keyLock = new Object();

    private volatile SelectionKey[] keys = NONE;
    /** Channels may have something: asked for before the gate is tried, taken inside. */
    private volatile boolean readable;
    /** When the link wants to be called, as it said last; and when it will be. */
    private volatile long wantedAt;

    private volatile long armedAt;
    /** The link took no more from the queue: its own time or the kernel's will come. */
    private volatile boolean waits;

    private volatile boolean finishing;

    /**
     * Something was delivered of which the socket may not know yet: a look that gives nothing tells nothing, or who looks whenever
     * it is told would look for ever. Set inside the gate, after the delivery; taken outside, before the telling: what another
     * thread delivers in between has a mark of its own.
     */
    private volatile boolean untold;

    // ---- guarded by the gate

    private @Nullable Message head;
    /** The link has delivered something since the gate was entered. */
    private boolean delivered;

    private int interest;
    private boolean dependent;
    private boolean finished;

    /**
     * Opens the link; {@link #start} begins.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot be opened
     */
    public LinkSession(SessionHost host, ProvidedEndpoint provided, OptionValues options) {
        this.host = host;
        this.endpoint = provided.toString();
        this.publishes = host.type().topics() == Topics.PUBLISHES;
        this.sends = host.sends() && host.type().topics() != Topics.SUBSCRIBES;
        this.heldBack = new HeldBack(host, this::isIdle, this::flush, () -> {});
        this.pipe = host.newPipe(this, options, null);
        this.link = provided.open(host.type(), options, this);
        String real = link.endpoint();
        if (real != null) {
            this.endpoint = real;
        }
        this.armedAt = System.nanoTime() + NEVER_NANOS;
    }

    @Override
    public String text() {
        return endpoint;
    }

    @Override
    public WrittenStanding standing() {
        return standing;
    }

    @Override
    public void start() {
        standing.is(EndpointState.CONNECTED);
        standing.joined();
        host.event(new SocketEvent(LISTENING, endpoint, null, null, "", 0));
        // Whoever is in the group.
        Peer anybody = Peer.withoutWire(endpoint, null, new byte[0]);
        pipe.peer(anybody);
        pipe.deliverSender(anybody);
        if (publishes) {
            // A listener of a multicast group gets all of it, and chooses.
            pipe.deliver(Pipe.EVERYTHING);
        }
        pipe.connected(true);
        pipe.signal(Signal.ATTACH | Signal.CONNECTED);
        host.loop().execute(this::register);
    }

    private void register() {
        if (state == State.ENDED) {
            return;
        }
        List<? extends SelectableChannel> channels = link.channels();
        try {
            var registered = new ArrayList<SelectionKey>();
            for (SelectableChannel channel : channels) {
                registered.add(host.loop().register(channel, 0, this));
            }
            keys = registered.toArray(NONE);
            read();
        } catch (IOException e) {
            // If it has others by now, their turn comes.
            if (channels.equals(link.channels())) {
                end(Connection.message(e));
            }
        }
    }

    private void exchange() {
        register();
        host.loop().releaseClosed();
    }

    // ---- the gate

    private void read() {
        readable = true;
        work();
    }

    /** Lets the link do what there is to do, if nobody else does. */
    private void work() {
        if (!gate.tryEnter()) {
            return;
        }
        do {
            workInside();
            if (delivered) {
                delivered = false;
                untold = true;
            }
        } while (!gate.leave());
        try {
            if (untold) {
                tell();
            }
        } finally {
            pipe.afterTaking();
        }
    }

    private void tell() {
        untold = false;
        boolean told = false;
        try {
            pipe.afterDelivery();
            told = true;
        } finally {
            if (!told) {
                // For want of memory: the next one who comes by tells.
                untold = true;
            }
        }
    }

    private void workInside() {
        try {
            long now = System.nanoTime();
            if (readable) {
                readable = false;
                if (hasRoom()) {
                    link.receive(now);
                }
            }
            link.transmit(now);
            if (finishing) {
                finish(now);
            }
            plan();
        } catch (OutOfMemoryError e) {
            // A shortage passes, and what is there to do stays: what comes, or the timer, calls again.
            readable = true;
        } catch (Throwable e) {
            host.loop().execute(() -> end(String.valueOf(e)));
        }
    }

    private void finish(long now) {
        if (!finished && peek() == null) {
            finished = true;
            link.finish();
            link.transmit(now);
        }
        if (finished && link.isFinished(now)) {
            host.loop().execute(() -> end(""));
        }
    }

    /** Says what must happen before the link is called again. */
    private void plan() {
        long now = System.nanoTime();
        long nanos = Math.min(link.nanosToNext(now), NEVER_NANOS);
        boolean blocked = link.isBlocked();
        waits = blocked || peek() != null;
        depend(blocked || nanos < SOON_NANOS);
        int reads = hasRoom() ? SelectionKey.OP_READ : 0;
        // Only the one whom the selector would call again and again has a reason to switch reading off.
        if (reads == 0 && !host.loop().isDrivenByMe()) {
            reads = interest & SelectionKey.OP_READ;
        }
        watch(reads | (blocked ? SelectionKey.OP_WRITE : 0));
        long at = now + Math.max(SHORTEST_TIMER_NANOS, nanos);
        wantedAt = at;
        if (at - armedAt < 0) {
            host.loop().execute(this::arm);
        }
    }

    private void depend(boolean wanted) {
        if (wanted != dependent) {
            dependent = wanted;
            if (wanted) {
                host.loop().addDependentSoon();
            } else {
                host.loop().removeDependent();
            }
        }
    }

    private void watch(int operations) {
        if (operations == interest || keys.length == 0) {
            return;
        }
        interest = operations;
        try {
            synchronized (keyLock) {
                for (SelectionKey key : keys) {
                    key.interestOps(operations);
                }
            }
        } catch (CancelledKeyException e) {
            // It is being closed.
            return;
        }
        host.loop().interestChanged();
    }

    // ---- timers, token held

    private void arm() {
        host.loop().cancel(timer);
        timer = null;
        if (state == State.ENDED) {
            return;
        }
        // First this: a thread that wants an earlier time from now on compares it with never, and comes here again.
        long now = System.nanoTime();
        armedAt = now + NEVER_NANOS;
        long nanos = Math.max(SHORTEST_TIMER_NANOS, wantedAt - now);
        armedAt = now + nanos;
        timer = host.loop().schedule(nanos, this::onTimer);
    }

    private void onTimer() {
        timer = null;
        work();
        arm();
    }

    // ---- the loop's calls, token held

    @Override
    public void onMoved(SelectionKey moved) {
        synchronized (keyLock) {
            // In place, as a selector is replaced where there is little memory.
            SelectionKey[] all = keys;
            for (int i = 0; i < all.length; i++) {
                SelectionKey before = all[i];
                if (before.channel() == moved.channel()) {
                    all[i] = moved;
                    if (before.isValid()) {
                        moved.interestOps(before.interestOps());
                    }
                }
            }
        }
    }

    @Override
    public void onReady(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isReadable()) {
            readable = true;
        }
        work();
    }

    @Override
    public void onError(Throwable error) {
        end(String.valueOf(error));
    }

    // ---- LinkHost: inside the gate

    @Override
    public @Nullable Message peek() {
        Message next = head;
        if (next == null) {
            next = pipe.outbound().poll();
            head = next;
        }
        return next;
    }

    @Override
    public void take() {
        head = null;
    }

    @Override
    public boolean hasRoom() {
        return pipe.takesMore();
    }

    @Override
    public void deliver(Message message) {
        pipe.deliver(message);
        delivered = true;
    }

    @Override
    public void lost(long count, @Nullable String peer, String detail) {
        host.lostInTransport(count);
        host.event(new SocketEvent(DATA_LOST, endpoint, peer, null, detail, count));
    }

    @Override
    public void channelsChanged() {
        keys = NONE;
        interest = 0;
        host.loop().execute(this::exchange);
    }

    @Override
    public void event(SocketEvent.Type type, @Nullable String peer, String detail) {
        if (type == SocketEvent.Type.INTERFACE_LOST) {
            standing.is(EndpointState.WAITING);
            standing.failed(detail);
        } else if (type == SocketEvent.Type.INTERFACE_BACK) {
            standing.is(EndpointState.CONNECTED);
        }
        host.event(new SocketEvent(type, endpoint, peer, null, detail, 0));
    }

    // ---- Far: the socket's side

    /** What goes nowhere need not wait for company: it is thrown away at once. */
    @Override
    public Flush onWritten(Message message) {
        return sends ? heldBack.onWritten(message.size()) : Flush.NOW;
    }

    @Override
    public void onHeldBack() {
        heldBack.keep();
    }

    @Override
    public void onFlush() {
        heldBack.release();
    }

    @Override
    public void onHighWaterMarks(int inbound, int outbound) {
        pipe.inbound().highWaterMark(inbound);
        pipe.outbound().highWaterMark(outbound);
    }

    @Override
    public long takeLost() {
        long count = unsent + (head == null ? 0 : 1) + pipe.outbound().discard();
        unsent = 0;
        head = null;
        return sends ? count : 0;
    }

    /** Who else is in the group, nobody knows. */
    @Override
    public FarName name() {
        return new FarName(endpoint, null, null);
    }

    @Override
    public void flush() {
        work();
        heldBack.flushed();
    }

    @Override
    public void onRoom() {
        pull();
    }

    @Override
    public void pull() {
        host.loop().noteActivity();
        read();
    }

    private boolean isIdle() {
        return waits || pipe.outbound().isEmpty();
    }

    // ---- ending

    @Override
    public void close(long lingerNanos) {
        // Before it returns: what is sent next is not for this endpoint.
        pipe.refuseWrites();
        standing.is(EndpointState.CLOSED);
        host.loop().execute(() -> beginClose(lingerNanos));
    }

    @Override
    public void close(CloseReason reason, long lingerNanos) {
        close(lingerNanos);
    }

    private void beginClose(long lingerNanos) {
        if (state == State.ENDED) {
            return;
        }
        state = State.LINGERING;
        host.loop().cancel(lingerTimer);
        lingerTimer = null;
        if (lingerNanos == 0) {
            end("");
            return;
        }
        if (lingerNanos > 0) {
            lingerTimer = host.loop().schedule(lingerNanos, () -> end(""));
        }
        finishing = true;
        work();
    }

    private void end(String why) {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        whyEnded = why;
        if (!why.isEmpty()) {
            standing.failed(why);
        }
        standing.is(EndpointState.GIVEN_UP);
        standing.left();
        host.loop().cancel(timer);
        host.loop().cancel(lingerTimer);
        pipe.refuseWrites();
        gate.close();
    }

    /** Nobody is inside any more. */
    private void onShut() {
        depend(false);
        host.loop().execute(this::release);
    }

    private void release() {
        unsent = link.unsent();
        // Which also sees to it if one cannot be closed for want of memory.
        link.channels().forEach(host.loop()::close);
        link.close();
        host.loop().releaseClosed();
        pipe.end();
        host.endpointGivenUp(this);
        host.tell(CLOSED, endpoint, null, null, whyEnded, 0);
        host.endpointEnded(this);
    }
}
