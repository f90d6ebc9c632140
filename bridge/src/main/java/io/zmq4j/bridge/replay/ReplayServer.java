package io.zmq4j.bridge.replay;

import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.bridge.sockets.Endpoints;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Start;
import io.zmq4j.error.ZmqException;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Receives requests by a ROUTER, and starts a replay for each: one at a time for each requester, and not too many in all. */
public final class ReplayServer implements AutoCloseable {
    private static final String SCHEME = "replay";
    private static final String MAX = "max";
    private static final String PATIENCE = "patience";
    private static final int USUAL_MAX = 8;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /** A place to start from and a prefix are not large, and nobody knows who asks. */
    private static final long LARGEST_REQUEST = 64 << 10;

    /** How long each replay may take to let go of its history. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Function<Start, History> histories;
    private final RouterSocket router;
    private final int max;
    private final Duration patience;
    private final String name;

    /** Only the receiving thread adds to it. */
    private final Map<Peer, Thread> running = new ConcurrentHashMap<>();

    private final Thread receiving;

    private ReplayServer(Address address, Function<Start, History> histories, RouterSocket router, String name) {
        this.histories = histories;
        this.router = router;
        this.name = name;
        max = address.number(MAX, 1, 1000).orElse(USUAL_MAX);
        patience = address.duration(PATIENCE).orElse(USUAL_PATIENCE);
        receiving = new Thread(this::receive, name + "-replay");
        receiving.setDaemon(true);
    }

    /** Reads {@code replay://place?settings}, and opens nothing. */
    public static Address parse(String text) {
        Address address = Address.parse(text);
        if (!address.scheme().equals(SCHEME)) {
            throw new IllegalArgumentException(text + " is no place for replays: replay://*:5560 is one");
        }
        Endpoints.allow(address, MAX, PATIENCE);
        return address;
    }

    /**
     * Opens it.
     *
     * @param histories opens what is read for one request
     * @param name for its threads
     * @throws IllegalArgumentException if the address has settings that are wrong
     * @throws io.zmq4j.bridge.spi.BridgeException if it cannot be bound
     */
    public static ReplayServer open(Address address, Context context, Function<Start, History> histories, String name) {
        // Tells now what each request would meet.
        histories.apply(new Start.End()).close();
        RouterSocket router = context.router().routerMandatory(true).maxMessageSize(LARGEST_REQUEST);
        var server = new ReplayServer(address, histories, router, name);
        Endpoints.attach(router, address);
        server.receiving.start();
        return server;
    }

    private void receive() {
        try {
            while (true) {
                answer(router.receiveFrom());
            }
        } catch (ZmqException e) {
            // It is closed.
        }
    }

    private void answer(Received received) {
        Peer peer = received.peer();
        var requester = new Requester(router, peer, patience);
        if (running.containsKey(peer)) {
            requester.trySend(Answer.error("a replay is under way: ask again when it is over"));
        } else if (running.size() >= max) {
            requester.trySend(Answer.error(max + " replays are under way, as many as may be: ask again later"));
        } else {
            start(received.message(), requester);
        }
    }

    private void start(Message message, Requester requester) {
        Request request;
        try {
            request = Request.parse(message.from(1));
        } catch (IllegalArgumentException e) {
            requester.trySend(Answer.error(String.valueOf(e.getMessage())));
            return;
        }
        Peer peer = requester.peer();
        var replay = new Replay(histories, request, requester, () -> running.remove(peer));
        var thread = new Thread(replay, name + "-replay-" + peer.address());
        thread.setDaemon(true);
        running.put(peer, thread);
        thread.start();
    }

    /** Ends all replays: what was sent arrives, and no end comes. */
    @Override
    public void close() {
        router.close();
        var threads = List.copyOf(running.values());
        threads.forEach(Thread::interrupt);
        try {
            receiving.join(CLOSING.toMillis());
            for (Thread thread : threads) {
                thread.join(CLOSING.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
