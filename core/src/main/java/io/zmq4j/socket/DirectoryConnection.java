package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Timer;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.CombinedStanding;
import io.zmq4j.transport.DirectoryEndpoint;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.Standing;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.transport.spi.DirectoryListener;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A directory that a socket is connected to: one connection for each peer that it says is there, made and closed as it says.
 *
 * <pre>
 *   LOOKING ──found──► FOLLOWING ──closed──► CLOSING ──taken note of──► ENDED
 *      └────────────────────closed──────────────▲
 * </pre>
 *
 * <p>What the directory says may come by any thread at any time. It is only noted, and followed by a chore, with the loop's token
 * held; so one that fails for want of memory is followed a little later, and of two that come in a row the last one counts. What is
 * done to the connections is done with the lock held, so that none is made behind the back of a close. No lock is held while the
 * directory is called.
 */
final class DirectoryConnection implements OpenEndpoint, DirectoryListener {
    /** More connections than a socket has good use for; a directory that tells of more has gone wrong. */
    static final int MOST_PEERS = 4096;

    private static final long LONGEST_WAIT_NANOS = TimeUnit.DAYS.toNanos(365);

    private enum State {
        LOOKING,
        FOLLOWING,
        CLOSING,
        ENDED
    }

    private final SocketCore socket;
    private final DirectoryEndpoint endpoint;
    private final String text;
    private final OptionValues options;
    private final Chore follow;
    private final WrittenStanding lookUp = new WrittenStanding(EndpointState.CONNECTING);
    private final Standing standing = new CombinedStanding(lookUp, this::standings);
    private final AtomicReference<@Nullable Registration> watch = new AtomicReference<>();

    /** What the directory said last; null if nothing yet. */
    private volatile @Nullable Set<String> told;

    private volatile List<Standing> standings = List.of();

    private final ReentrantLock lock = new ReentrantLock();

    // ---- owned by the lock

    private final Map<String, OpenEndpoint> peers = new HashMap<>();
    private volatile State state = State.LOOKING;

    // ---- owned by the loop's token

    /** What is no endpoint for this socket, which was told. */
    private final Set<String> unusable = new HashSet<>();

    private final DelistedPeers delisted = new DelistedPeers();
    private @Nullable Timer nextLook;

    DirectoryConnection(SocketCore socket, DirectoryEndpoint endpoint, OptionValues options) {
        this.socket = socket;
        this.endpoint = endpoint;
        this.text = endpoint.toString();
        this.options = options;
        this.follow = socket.loop().chore(this::follow);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Standing standing() {
        return standing;
    }

    private List<Standing> standings() {
        return standings;
    }

    @Override
    public void start() {
        watch.set(endpoint.directory().watch(options, this));
        if (isOver()) {
            // Closed before there was something to stop.
            stopWatching();
        }
    }

    /** Each peer that waits long because it was the wrong one. */
    @Override
    public void hurry() {
        open().forEach(OpenEndpoint::hurry);
    }

    private boolean isOver() {
        return state == State.CLOSING || state == State.ENDED;
    }

    private List<OpenEndpoint> open() {
        lock.lock();
        try {
            return List.copyOf(peers.values());
        } finally {
            lock.unlock();
        }
    }

    // ---- what the directory says

    @Override
    public void found(Collection<String> endpoints) {
        var distinct = new LinkedHashSet<String>();
        for (String each : endpoints) {
            if (distinct.size() == MOST_PEERS) {
                break;
            }
            distinct.add(Objects.requireNonNull(each, "endpoint"));
        }
        told = distinct;
        follow.post();
    }

    @Override
    public void failed(String why, Duration untilNextTry) {
        Objects.requireNonNull(why, "why");
        long nanos = Math.min(SocketCore.nanos(untilNextTry), LONGEST_WAIT_NANOS);
        if (!isOver()) {
            lookUp.failed(why);
            lookUp.waits(nanos);
            socket.tell(SocketEvent.Type.CONNECT_RETRIED, text, null, null, why, TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    private void follow() {
        Set<String> now = told;
        if (isOver()) {
            end();
        } else if (now != null) {
            boolean isFirst = advance(State.LOOKING, State.FOLLOWING);
            boolean isBack = lookUp.lastError() != null;
            boolean haveLeft = leave(now);
            boolean haveCome = join(now);
            lookUp.is(EndpointState.CONNECTED);
            if (isFirst || isBack || haveLeft || haveCome) {
                String detail = now.size() == MOST_PEERS ? "the most that are taken" : "";
                socket.tell(SocketEvent.Type.PEERS_FOUND, text, null, null, detail, now.size());
            }
        }
    }

    /** Whether it was in the first of these. */
    private boolean advance(State from, State to) {
        lock.lock();
        try {
            boolean isThere = state == from;
            if (isThere) {
                state = to;
            }
            return isThere;
        } finally {
            lock.unlock();
        }
    }

    /** Disconnects from those that are not there any more; whether there are such. */
    private boolean leave(Set<String> now) {
        boolean isChanged = false;
        unusable.retainAll(now);
        lock.lock();
        try {
            for (String each : List.copyOf(peers.keySet())) {
                if (!now.contains(each)) {
                    OpenEndpoint gone = Objects.requireNonNull(peers.get(each));
                    gone.close(socket.lingerNanos());
                    delisted.add(gone, System.nanoTime());
                    peers.remove(each);
                    isChanged = true;
                }
            }
        } finally {
            noteStandings();
            lock.unlock();
        }
        lookAfterDelisted();
        return isChanged;
    }

    /** Connects to those that are new; whether there are such. */
    private boolean join(Set<String> now) {
        boolean isChanged = false;
        for (String each : now) {
            isChanged |= !unusable.contains(each) && join(each);
        }
        return isChanged;
    }

    private boolean join(String peer) {
        try {
            return connect(peer);
        } catch (EndpointException e) {
            unusable.add(peer);
            socket.tell(SocketEvent.Type.CLOSED, peer, null, null, String.valueOf(e.getMessage()), 0);
            return false;
        } catch (SocketClosedException e) {
            // This is about to be closed as well.
            return false;
        }
    }

    private boolean connect(String peer) {
        lock.lock();
        try {
            if (isOver() || peers.containsKey(peer)) {
                return false;
            }
            peers.put(peer, socket.endpoints().connectPeer(peer, options));
            noteStandings();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held. */
    private void noteStandings() {
        standings = peers.values().stream().map(OpenEndpoint::standing).toList();
    }

    /** Gives those up that are not there to take what was sent to them. */
    private void lookAfterDelisted() {
        if (nextLook == null) {
            long nanos = delisted.look(System.nanoTime());
            if (nanos > 0) {
                nextLook = socket.loop().schedule(nanos, () -> {
                    nextLook = null;
                    lookAfterDelisted();
                });
                socket.loop().needsDriver();
            }
        }
    }

    // ---- the end

    @Override
    public void close(long linger) {
        lookUp.is(EndpointState.CLOSED);
        List<OpenEndpoint> mine;
        lock.lock();
        try {
            if (state != State.ENDED) {
                state = State.CLOSING;
            }
            mine = List.copyOf(peers.values());
        } finally {
            lock.unlock();
        }
        try {
            Endpoints.closeAll(mine, linger);
        } finally {
            stopWatching();
            follow.post();
        }
    }

    private void stopWatching() {
        Registration watching = watch.getAndSet(null);
        if (watching != null) {
            try {
                watching.close();
            } catch (RuntimeException e) {
                socket.tell(SocketEvent.Type.CLOSE_FAILED, text, null, null, String.valueOf(e.getMessage()), 0);
            }
        }
    }

    /** The connections end by themselves, as the socket knows of each. */
    private void end() {
        if (advance(State.CLOSING, State.ENDED)) {
            socket.endpointGivenUp(this);
            socket.tell(SocketEvent.Type.CLOSED, text, null, CloseReason.CLOSED_LOCALLY, "", 0);
            socket.endpointEnded(this);
        }
    }
}
