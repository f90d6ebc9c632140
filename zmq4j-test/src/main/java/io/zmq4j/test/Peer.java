package io.zmq4j.test;

import io.zmq4j.Consumption;
import io.zmq4j.Context;
import io.zmq4j.DishSocket;
import io.zmq4j.Handler;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The other side, as the test writes it: a real socket, bound to a free port, that answers by rules, or says what the test says, and
 * keeps all that came. A ROUTER unless {@link #as} says otherwise. Safe for any thread.
 *
 * <pre>{@code
 * Peer server = Peer.tcp().on("buy", request -> Message.of("ok"));
 * var service = new OrderService(context, server.uri());
 * …
 * server.expect("buy");
 * }</pre>
 *
 * <p>Messages are told without their envelope: a ROUTER's without the routing id and what stands before the first empty frame with
 * it, a SERVER's, PEER's and STREAM's without the routing id, a DEALER's without an empty frame in front. A reply goes back behind the
 * envelope of its request. A RADIO's and a DISH's have two frames, the group and the body.
 */
public final class Peer implements AutoCloseable {
    /** What is queued for those that are not there any more is of no use at the end of a test. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Context context;
    private final boolean ownsContext;
    private final String endpoint;
    private final Arrivals<Arrival> arrivals = new Arrivals<>();
    private final Map<String, Handler> rules = new ConcurrentHashMap<>();

    // Guarded by this.
    private @Nullable Socket socket;
    private @Nullable Consumption answering;
    private @Nullable Arrival lastExpected;
    private @Nullable Throwable failure;

    private Peer(Context context, boolean ownsContext, String endpoint) {
        this.context = context;
        this.ownsContext = ownsContext;
        this.endpoint = endpoint;
    }

    /** A peer at a free port of the loopback interface, with a context of its own. */
    public static Peer tcp() {
        return new Peer(Context.builder().name("peer").build(), true, "tcp://127.0.0.1:*");
    }

    /** A peer at an {@code inproc} name that nobody else has, for the sockets of this context. */
    public static Peer inproc(Context context) {
        Objects.requireNonNull(context, "context");
        return new Peer(context, false, "inproc://peer-" + UUID.randomUUID());
    }

    /**
     * What kind of socket the peer is. To be said before anything else.
     *
     * @param type ROUTER for REQ and DEALER, DEALER for REP and ROUTER, PAIR, PUB for SUB, SUB for PUB, PUSH for PULL, PULL for
     *     PUSH, SERVER for CLIENT, CLIENT for SERVER, SCATTER for GATHER, GATHER for SCATTER, RADIO for DISH, DISH for RADIO, PEER,
     *     CHANNEL, or STREAM for what is no ZeroMQ, without notices. A SUB subscribes to everything; a DISH hears what {@link #join}
     *     says
     * @return this peer
     * @throws IllegalStateException if the peer is bound already: by an earlier call, or as a ROUTER by {@link #uri} or a wait
     */
    public synchronized Peer as(SocketType type) {
        if (!Kinds.ALL.contains(Objects.requireNonNull(type, "type"))) {
            throw new IllegalArgumentException("type is " + type + ": it is one of " + Kinds.ALL
                    + "; a ROUTER stands for a REP, and a DEALER for a REQ, and both can be silent");
        }
        if (socket != null) {
            throw new IllegalStateException("the peer is a " + socket.type() + " already: say first what it is");
        }
        socket = opened(type);
        return this;
    }

    private Socket opened(SocketType type) {
        Socket made = context.socket(type);
        made.set(SocketOptions.SNDTIMEO, Patience.LIMIT);
        Kinds.prepare(made);
        if (made instanceof Receiver receiver) {
            answering = receiver.onMessage(this::arrived, (message, error) -> failed(error));
        }
        made.bind(endpoint);
        return made;
    }

    /**
     * Hears the messages of this group, from now on; a DISH only.
     *
     * @return this peer
     * @throws IllegalStateException if it is another kind of socket
     * @throws io.zmq4j.error.SocketStateException if the group was joined before
     */
    public Peer join(String group) {
        Objects.requireNonNull(group, "group");
        var unused = dish().join(group);
        return this;
    }

    /**
     * Hears the messages of this group no longer; a DISH only.
     *
     * @return this peer
     * @throws IllegalStateException if it is another kind of socket
     * @throws io.zmq4j.error.SocketStateException if the group was not joined
     */
    public Peer leave(String group) {
        Objects.requireNonNull(group, "group");
        var unused = dish().leave(group);
        return this;
    }

    private DishSocket dish() {
        if (socket() instanceof DishSocket dish) {
            return dish;
        }
        throw new IllegalStateException("a " + socket().type() + " has no groups to join: a DISH has");
    }

    synchronized boolean owns(Socket other) {
        return socket == other;
    }

    private synchronized Socket socket() {
        if (socket == null) {
            as(SocketType.ROUTER);
        }
        return Objects.requireNonNull(socket, "socket");
    }

    /** Where the code under test connects to. */
    public String uri() {
        return socket().lastEndpoint();
    }

    // ---- answers

    /**
     * Answers each message whose first frame is this text, from the next one that comes on; a later rule for the same text takes the
     * place of an earlier one. What no rule is for is kept and not answered.
     *
     * @param reply makes the reply; what it throws is the test's failure at the next wait, or at the end
     * @return this peer
     */
    public Peer on(String text, Handler reply) {
        rules.put(Objects.requireNonNull(text, "text"), Objects.requireNonNull(reply, "reply"));
        return this;
    }

    /** Answers each message whose first frame is this text with another text. */
    public Peer on(String text, String reply) {
        Message message = Message.of(Objects.requireNonNull(reply, "reply"));
        return on(text, request -> message);
    }

    /**
     * Answers nothing more, and forgets all rules.
     *
     * @return this peer
     */
    public Peer silent() {
        rules.clear();
        return this;
    }

    private void arrived(Message message) throws Exception {
        var arrival = Arrival.of(message, socket().type());
        Handler rule = rules.get(arrival.body().text());
        arrivals.add(arrival);
        if (rule != null) {
            Message reply = Objects.requireNonNull(rule.handle(arrival.body()), "the rule's reply is null");
            sender().send(arrival.reply(reply));
        }
    }

    private synchronized void failed(Throwable error) {
        failure = error;
    }

    // ---- what the test says

    /** Answers the message that was expected last. */
    public void reply(String... frames) {
        reply(Message.of(frames));
    }

    /** Answers the message that was expected last. */
    public void reply(Message body) {
        Objects.requireNonNull(body, "body");
        Arrival answered;
        synchronized (this) {
            answered = lastExpected;
        }
        if (answered == null) {
            throw new IllegalStateException("nothing was expected that could be answered: call expect first");
        }
        sender().send(answered.reply(body));
    }

    /** Sends, to a peer or subscriber that must come within 5 seconds. */
    public void send(String... frames) {
        send(Message.of(frames));
    }

    /**
     * Sends as the socket does, to a peer or subscriber that must come within 5 seconds: on a ROUTER with the routing id in front, on a
     * RADIO with the group. A SERVER, PEER and STREAM send to the one that is there.
     *
     * @throws AssertionError if nobody comes, or for a SERVER, PEER or STREAM more than one is there
     * @throws IllegalArgumentException if the type does not send such a message
     */
    public void send(Message message) {
        Objects.requireNonNull(message, "message");
        Sender sender = sender();
        if (!socket().awaitPeer(Patience.LIMIT)) {
            throw new AssertionError("nothing " + Kinds.coming(socket().type()) + " " + uri() + " within "
                    + Patience.LIMIT.toSeconds() + " s: " + message + " was not sent");
        }
        sender.send(Kinds.isRouted(socket().type()) ? message.prepend(Kinds.onlyPeer(socket())) : message);
    }

    private Sender sender() {
        if (socket() instanceof Sender sender) {
            return sender;
        }
        throw new IllegalStateException("a " + socket().type() + " does not send");
    }

    // ---- what the test sees

    /**
     * The next message, which must come within 5 seconds and be of these frames.
     *
     * @return the message
     * @throws AssertionError if another one comes, or none; it says what did come
     */
    public Message expect(String... frames) {
        Message wanted = Message.of(frames);
        String place = uri();
        Arrival next = arrivals.next(Patience.LIMIT.toNanos());
        checkRules();
        synchronized (this) {
            lastExpected = next;
        }
        return Arrivals.checked(next == null ? null : next.body(), wanted, place, received());
    }

    /** All messages that came so far, in order, those that were expected among them. */
    public List<Message> received() {
        return arrivals.all().stream().map(Arrival::body).toList();
    }

    /** All messages that have come when this time, at most 5 seconds, has passed: to see that nothing more comes. */
    public List<Message> received(Duration time) {
        String place = uri();
        long end = System.nanoTime() + Patience.nanos(time);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while messages were awaited at " + place);
            }
            LockSupport.parkNanos(this, left);
        }
        checkRules();
        return received();
    }

    /**
     * All messages as soon as there are so many, which must be within 5 seconds.
     *
     * @throws AssertionError if that is not so; it says what did come
     */
    public List<Message> received(int count) {
        String place = uri();
        boolean inTime = arrivals.awaitCount(count, Patience.LIMIT.toNanos());
        checkRules();
        if (!inTime) {
            throw new AssertionError("expected " + count + " messages at " + place + " within "
                    + Patience.LIMIT.toSeconds() + " s; " + Arrivals.listed(received()));
        }
        return received();
    }

    private synchronized void checkRules() {
        Throwable error = failure;
        failure = null;
        if (error != null) {
            throw new AssertionError("the peer could not answer a message: " + error, error);
        }
    }

    /**
     * Closes the socket, as if the other side had ended; its port is free.
     *
     * @throws AssertionError if a reply could not be made or sent, and the test has not been told
     */
    @Override
    public void close() {
        Socket closing;
        Consumption ending;
        synchronized (this) {
            closing = socket;
            ending = answering;
        }
        if (ending != null) {
            ending.stop(Patience.LIMIT);
        }
        if (closing != null) {
            closing.close();
        }
        if (ownsContext) {
            context.close(CLOSE_TIMEOUT);
        }
        checkRules();
    }
}
