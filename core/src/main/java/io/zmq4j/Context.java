package io.zmq4j;

import io.zmq4j.event.DropReason;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The home of sockets: makes them, connects the {@code inproc} ones among each other, runs their I/O, and closes them.
 * One per program is usual. Safe for any thread.
 *
 * <p>Close it before the program ends: what is queued for peers is handed over by {@link #close()}, and its threads keep no
 * program from ending.
 *
 * <pre>{@code
 * try (var context = Context.create(); var rep = context.rep()) {
 *     rep.bind("tcp://*:5555");
 *     rep.send("World to " + rep.receiveText());
 * }
 * }</pre>
 */
public final class Context implements AutoCloseable {
    /** How long {@link #close()} waits at most for messages on their way out: 30 seconds. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private static final Map<SocketType, BiFunction<SocketCore, Lifeline, Socket>> FACES = Map.ofEntries(
            Map.entry(SocketType.PAIR, PairSocket::new),
            Map.entry(SocketType.REQ, ReqSocket::new),
            Map.entry(SocketType.REP, RepSocket::new),
            Map.entry(SocketType.DEALER, DealerSocket::new),
            Map.entry(SocketType.ROUTER, RouterSocket::new),
            Map.entry(SocketType.PUB, PubSocket::new),
            Map.entry(SocketType.SUB, SubSocket::new),
            Map.entry(SocketType.XPUB, XPubSocket::new),
            Map.entry(SocketType.XSUB, XSubSocket::new),
            Map.entry(SocketType.PUSH, PushSocket::new),
            Map.entry(SocketType.PULL, PullSocket::new),
            Map.entry(SocketType.STREAM, StreamSocket::new),
            Map.entry(SocketType.SERVER, ServerSocket::new),
            Map.entry(SocketType.CLIENT, ClientSocket::new),
            Map.entry(SocketType.RADIO, RadioSocket::new),
            Map.entry(SocketType.DISH, DishSocket::new),
            Map.entry(SocketType.GATHER, GatherSocket::new),
            Map.entry(SocketType.SCATTER, ScatterSocket::new),
            Map.entry(SocketType.DGRAM, DgramSocket::new),
            Map.entry(SocketType.PEER, PeerSocket::new),
            Map.entry(SocketType.CHANNEL, ChannelSocket::new));

    private final ContextCore core;

    private final Lifeline lifeline;

    Context(ContextCore core) {
        this.core = core;
        lifeline = Lifeline.of(core);
        Jmx.show();
    }

    /** A context with one I/O loop, which is enough for almost everybody; {@link #builder} has more to say. */
    public static Context create() {
        return builder().build();
    }

    /** A context with this many I/O loops (1 to 64), among which sockets are dealt out. */
    public static Context create(int ioLoops) {
        return builder().ioLoops(ioLoops).build();
    }

    /** For a context with a name, with defaults for its sockets, or with threads of the application's own. */
    public static ContextBuilder builder() {
        return new ContextBuilder();
    }

    /** The name that the {@linkplain ContextBuilder#name builder} gave it; {@code zmq4j} if it gave none. */
    public String name() {
        return core.name();
    }

    public PairSocket pair() {
        return new PairSocket(open(SocketType.PAIR), lifeline);
    }

    public ReqSocket req() {
        return new ReqSocket(open(SocketType.REQ), lifeline);
    }

    public RepSocket rep() {
        return new RepSocket(open(SocketType.REP), lifeline);
    }

    public DealerSocket dealer() {
        return new DealerSocket(open(SocketType.DEALER), lifeline);
    }

    public RouterSocket router() {
        return new RouterSocket(open(SocketType.ROUTER), lifeline);
    }

    public PubSocket pub() {
        return new PubSocket(open(SocketType.PUB), lifeline);
    }

    public SubSocket sub() {
        return new SubSocket(open(SocketType.SUB), lifeline);
    }

    public XPubSocket xpub() {
        return new XPubSocket(open(SocketType.XPUB), lifeline);
    }

    public XSubSocket xsub() {
        return new XSubSocket(open(SocketType.XSUB), lifeline);
    }

    public PushSocket push() {
        return new PushSocket(open(SocketType.PUSH), lifeline);
    }

    public PullSocket pull() {
        return new PullSocket(open(SocketType.PULL), lifeline);
    }

    public StreamSocket stream() {
        return new StreamSocket(open(SocketType.STREAM), lifeline);
    }

    public ServerSocket server() {
        return new ServerSocket(open(SocketType.SERVER), lifeline);
    }

    public ClientSocket client() {
        return new ClientSocket(open(SocketType.CLIENT), lifeline);
    }

    public RadioSocket radio() {
        return new RadioSocket(open(SocketType.RADIO), lifeline);
    }

    public DishSocket dish() {
        return new DishSocket(open(SocketType.DISH), lifeline);
    }

    public GatherSocket gather() {
        return new GatherSocket(open(SocketType.GATHER), lifeline);
    }

    public ScatterSocket scatter() {
        return new ScatterSocket(open(SocketType.SCATTER), lifeline);
    }

    public DgramSocket dgram() {
        return new DgramSocket(open(SocketType.DGRAM), lifeline);
    }

    public PeerSocket peer() {
        return new PeerSocket(open(SocketType.PEER), lifeline);
    }

    public ChannelSocket channel() {
        return new ChannelSocket(open(SocketType.CHANNEL), lifeline);
    }

    /**
     * A socket of a type known only at run time; for tools.
     *
     * @throws IllegalArgumentException if it is none of {@link SocketType#values}
     */
    public Socket socket(SocketType type) {
        Objects.requireNonNull(type, "type");
        if (!FACES.containsKey(type)) {
            throw new IllegalArgumentException("type is " + type + ": it is one of " + SocketType.values());
        }
        return face(open(type));
    }

    private Socket face(SocketCore socket) {
        return Objects.requireNonNull(FACES.get(socket.type()), "a type without a face")
                .apply(socket, lifeline);
    }

    /**
     * The sockets that are open, in the order in which they were opened, whoever opened them: what watches a program can find
     * them all here. A socket is given as the object that opened it, or as another one that is the same socket, if nobody has
     * that any more and a call still waits. One of which nobody has anything is lost: it is closed, and not here. Those of a {@link Device} are among them; what a {@link Socket#monitor} publishes through is not.
     */
    public List<Socket> sockets() {
        List<Socket> open = new ArrayList<>();
        for (SocketCore each : core.sockets()) {
            if (!each.isClosed() && each.face(this::face) instanceof Socket socket) {
                open.add(socket);
            }
        }
        return open;
    }

    /**
     * The messages that its sockets dropped so far, by reason: those that are closed are counted as well, and so are those that the
     * library opens for itself. Reasons that never occurred are not in the map. After {@link #close} it is the whole account.
     */
    public Map<DropReason, Long> drops() {
        return core.dropped();
    }

    /**
     * How this context and its sockets stand at this moment, for whoever watches the program; also of a context that is closed.
     * Costs microseconds for each peer, and changes nothing.
     */
    public ContextSnapshot snapshot() {
        return core.snapshot();
    }

    /**
     * Serves the {@linkplain #snapshot snapshot} on an endpoint of its own, for viewers in other processes and in other languages: who
     * sends {@code stats 1} with a REQ gets it as {@linkplain ContextSnapshot#toJson JSON}, and for anything else an object whose
     * {@code error} is a sentence. Who asks often gets one that is up to 100 ms old. One thread of the context answers; a peer
     * that takes no answers loses them, and one that sends more than a kilobyte its connection. What serves is no socket of the
     * application's: neither {@link #sockets} nor the snapshot has it.
     *
     * <p>To be closed by who got it, or with the context.
     *
     * @param endpoint {@code ipc://}, whose file has the mode that the umask of the process says; {@code tcp://} on the loopback; or
     *     {@code inproc://}
     * @throws io.zmq4j.error.EndpointException if it cannot be bound, or is open to other machines: for that, see
     *     {@link #serveStatistics(String, Consumer)}
     * @throws io.zmq4j.error.SocketClosedException if the context is closed
     */
    public Binding serveStatistics(String endpoint) {
        return serveStatistics(endpoint, router -> {});
    }

    /**
     * As {@link #serveStatistics(String)}, also beyond the loopback if the socket is told who may ask.
     *
     * <pre>{@code
     * context.serveStatistics("tcp://*:5599", router -> router.set(SocketOptions.SECURITY, Plain.server()));
     * }</pre>
     *
     * @param settings of the socket that serves, before it is bound; called at once. Without {@code SECURITY} or a {@code ZAP_DOMAIN}
     *     an endpoint that other machines reach is refused
     */
    public Binding serveStatistics(String endpoint, Consumer<RouterSocket> settings) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(settings, "settings");
        return StatisticsService.start(core, endpoint, settings);
    }

    /** A poller over this context's sockets. */
    public Poller poller() {
        return new Poller(core, lifeline);
    }

    private SocketCore open(SocketType type) {
        return core.open(type);
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return core.isClosed();
    }

    /**
     * Closes this context, with this {@code timeout} (see {@link #close(Duration)}), when the JVM ends: by SIGTERM or SIGINT, which
     * Ctrl-C is, by {@link System#exit}, or with its last thread. So loops over messages end, handlers' calls return, and what was
     * sent is handed over. If the context is closed before, the JVM's end has nothing to do with it any more. A second call
     * replaces the timeout.
     *
     * <p>The JVM waits for that, and not for the main thread: what a program does after its loop is done in time only if it
     * takes no longer than the closing, or with {@link Receiver#onMessage}. A handler that calls {@link System#exit} waits for the
     * closing, which waits for the handler: both until the time is over. With a negative {@code timeout} they never end.
     *
     * @return this context
     * @throws io.zmq4j.error.SocketClosedException if the context is closed
     * @throws IllegalStateException if the JVM is ending already
     */
    public Context closeOnShutdown(Duration timeout) {
        core.closeOnShutdown(Objects.requireNonNull(timeout, "timeout"));
        return this;
    }

    /**
     * Ends every call on its sockets that waits, in any thread, and every later one, with
     * {@link io.zmq4j.error.SocketClosedException}; no socket is closed, so that each thread can end what it does and close its own.
     * What was sent goes on to peers meanwhile, endpoints stay, options can be set, and no socket can be opened. Does not wait, and
     * is no substitute for {@link #close()}, which is due after it all the same.
     */
    public void shutdown() {
        core.shutDown();
    }

    /** As {@link #close(Duration)} with {@link #CLOSE_TIMEOUT}. */
    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    /**
     * Stops each {@link Consumption} and {@link Server}, closes every socket, then waits until what they sent is handed over, each
     * as long as its {@code LINGER} says and all of it at most {@code timeout} (negative: no limit); what is left then is dropped
     * and counted. A call of a handler that is under way may go on within that time, with its sockets open, and is interrupted
     * after it; then, or at once if there is none, every call that waits, in any thread, ends with
     * {@link io.zmq4j.error.SocketClosedException}. An interrupt ends the waiting as if the
     * timeout had passed and leaves the interrupt flag set. Who closes a second time waits for the same end.
     */
    public void close(Duration timeout) {
        core.close(Objects.requireNonNull(timeout, "timeout"));
        lifeline.end();
    }
}
