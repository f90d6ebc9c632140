package io.zmq4j.test;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.event.DropReason;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A context for one test, with the sockets and peers that the test asks for. Closing it closes them all, and fails if the code under
 * test left a socket open, or if a message was lost. For one thread.
 *
 * <pre>{@code
 * try (var bed = new TestBed()) {
 *     Peer server = bed.peer().on("buy", "ok");
 *     assertThat(new OrderService(bed.context(), server.uri()).buy()).isEqualTo("ok");
 * }
 * }</pre>
 */
public final class TestBed implements AutoCloseable {
    private static final String SUFFIX = "Socket";

    private final Context context = Context.builder().name("test").build();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final Set<DropReason> allowed = EnumSet.noneOf(DropReason.class);
    private boolean mayLeaveSocketsOpen;

    /** One with nothing but its context. */
    public TestBed() {}

    /** The context, for the code under test: it is closed at the end, within 5 seconds. */
    public Context context() {
        return context;
    }

    /**
     * Another socket for the test itself, which need not close it. A send or receive without a time limit ends after 5 seconds, with a
     * {@link io.zmq4j.error.WaitTimeoutException}.
     *
     * @param type a class such as {@code PullSocket.class}
     */
    public <S extends Socket> S socket(Class<S> type) {
        SocketType pattern = pattern(Objects.requireNonNull(type, "type"));
        S socket = type.cast(context.socket(pattern));
        sockets.add(socket);
        socket.set(SocketOptions.SNDTIMEO, Patience.LIMIT);
        socket.set(SocketOptions.RCVTIMEO, Patience.LIMIT);
        return socket;
    }

    private static SocketType pattern(Class<? extends Socket> type) {
        String name = type.getSimpleName();
        return SocketType.values().stream()
                .filter(each -> (each.name() + SUFFIX).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("type is " + type.getName()
                        + ": the class of one pattern is allowed, such as PullSocket.class"));
    }

    /** Another {@linkplain Peer#tcp peer over TCP}. */
    public Peer peer() {
        return added(Peer.tcp());
    }

    /** Another {@linkplain Peer#inproc peer over inproc}, for sockets of this {@link #context}. */
    public Peer inprocPeer() {
        return added(Peer.inproc(context));
    }

    private Peer added(Peer peer) {
        peers.add(peer);
        return peer;
    }

    /**
     * The code under test may leave sockets open, which are closed with the context.
     *
     * @return this
     */
    public TestBed mayLeaveSocketsOpen() {
        mayLeaveSocketsOpen = true;
        return this;
    }

    /**
     * Messages may be lost for these reasons.
     *
     * @return this
     */
    public TestBed mayDrop(DropReason... reasons) {
        Collections.addAll(allowed, Objects.requireNonNull(reasons, "reasons"));
        return this;
    }

    /**
     * Closes the sockets, the last one first, then the context, then the peers.
     *
     * @throws AssertionError if a socket was left open, a message lost, or a peer's reply failed; it has all of that
     */
    @Override
    public void close() {
        List<String> complaints = new ArrayList<>();
        complainOfOpenSockets(complaints);
        for (int i = sockets.size() - 1; i >= 0; i--) {
            sockets.get(i).close();
        }
        context.close(Patience.LIMIT);
        complainOfDrops(complaints);
        for (Peer peer : peers) {
            try {
                peer.close();
            } catch (AssertionError e) {
                complaints.add(String.valueOf(e.getMessage()));
            }
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    private void complainOfOpenSockets(List<String> complaints) {
        List<Socket> left = new ArrayList<>(context.sockets());
        left.removeAll(sockets);
        left.removeIf(socket -> peers.stream().anyMatch(peer -> peer.owns(socket)));
        if (!left.isEmpty() && !mayLeaveSocketsOpen) {
            complaints.add("left open: " + left + "; close them, or say that they may stay open");
        }
    }

    private void complainOfDrops(List<String> complaints) {
        for (Map.Entry<DropReason, Long> drops : context.drops().entrySet()) {
            if (!allowed.contains(drops.getKey())) {
                complaints.add(String.format(
                        Locale.ROOT,
                        "messages lost: %d for %s; take or send them, or say that they may be dropped",
                        drops.getValue(),
                        drops.getKey()));
            }
        }
    }
}
