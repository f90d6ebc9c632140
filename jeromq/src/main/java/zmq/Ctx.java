package zmq;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;
import zmq.socket.Channel;
import zmq.socket.Pair;
import zmq.socket.Peer;
import zmq.socket.Raw;
import zmq.socket.Stream;
import zmq.socket.clientserver.Client;
import zmq.socket.clientserver.Server;
import zmq.socket.pipeline.Pull;
import zmq.socket.pipeline.Push;
import zmq.socket.pubsub.Pub;
import zmq.socket.pubsub.Sub;
import zmq.socket.pubsub.XPub;
import zmq.socket.pubsub.XSub;
import zmq.socket.radiodish.Dish;
import zmq.socket.radiodish.Radio;
import zmq.socket.reqrep.Dealer;
import zmq.socket.reqrep.Rep;
import zmq.socket.reqrep.Req;
import zmq.socket.reqrep.Router;
import zmq.socket.scattergather.Gather;
import zmq.socket.scattergather.Scatter;
import zmq.util.Errno;
import zmq.util.function.BiFunction;

/**
 * A handle over a context of zmq4j, which is made with the first socket: until then its settings can be changed. Safe for any thread.
 */
public class Ctx {
    private enum Stage {
        /** No socket was made yet. */
        NEW,
        OPEN,
        /** Every call that waits has ended; the program closes its sockets. */
        TERMINATING,
        TERMINATED
    }

    /** How long {@link #terminate} waits for the program to close its sockets, and then for what lingers. */
    private static final Duration PATIENCE = Context.CLOSE_TIMEOUT;

    private final Duration patience;
    private final Errno errno = new Errno();
    private final Object lock = new Object();

    // ---- guarded by the lock

    /** Those that are open, with what else is to be closed when the context closes one. */
    private final Map<Socket, Runnable> sockets = new IdentityHashMap<>();

    private final List<Selector> selectors = new ArrayList<>();
    private final CtxSettings settings = new CtxSettings();
    private @Nullable Context core;
    private int made;

    /** Of the sockets that were closed, in milliseconds; those without a limit are left out. */
    private int longestLinger;

    private volatile Stage stage = Stage.NEW;

    /** One with JeroMQ's defaults: one I/O thread, 1024 sockets. */
    public Ctx() {
        this(PATIENCE);
    }

    /** One whose {@link #terminate} waits as long. */
    Ctx(Duration patience) {
        this.patience = patience;
    }

    // ---- settings

    /**
     * Sets a number: I/O threads, most sockets, or whether IPv6 is used and whether sockets linger by default.
     *
     * @return false if the value is not allowed
     * @throws IllegalArgumentException if there is no such option
     * @throws IllegalStateException if a socket was made already, and the option is none of those that are for new sockets
     */
    public boolean set(int option, int value) {
        synchronized (lock) {
            if (option != ZMQ.ZMQ_BLOCKY && option != ZMQ.ZMQ_IPV6) {
                checkNew();
            }
            return settings.set(option, value);
        }
    }

    /**
     * A number that {@link #set} sets.
     *
     * @throws IllegalArgumentException if there is no such option
     */
    public int get(int option) {
        synchronized (lock) {
            return settings.get(option);
        }
    }

    private void checkNew() {
        if (stage != Stage.NEW) {
            throw new IllegalStateException("The context has made a socket already: set this before the first one");
        }
    }

    /**
     * Makes the context's threads, with a name for each.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setThreadFactory(BiFunction<Runnable, String, Thread> threadFactory) {
        synchronized (lock) {
            checkNew();
            settings.threadFactory = threadFactory;
        }
    }

    /** What makes the context's threads. */
    public BiFunction<Runnable, String, Thread> getThreadFactory() {
        synchronized (lock) {
            return settings.threadFactory;
        }
    }

    /**
     * Hears of what ends a thread of the context's.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setUncaughtExceptionHandler(Thread.@Nullable UncaughtExceptionHandler handler) {
        synchronized (lock) {
            checkNew();
            settings.uncaughtHandler = handler;
        }
    }

    /** Null if there is none. */
    public Thread.@Nullable UncaughtExceptionHandler getUncaughtExceptionHandler() {
        synchronized (lock) {
            return settings.uncaughtHandler;
        }
    }

    /**
     * Kept: nothing goes wrong in the background that a thread of the context's does not outlive.
     *
     * @throws IllegalStateException if a socket was made already
     */
    public void setNotificationExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        synchronized (lock) {
            checkNew();
            settings.notificationHandler = handler;
        }
    }

    /** The one that was set; one that does nothing if none was. */
    public Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
        synchronized (lock) {
            return settings.notificationHandler;
        }
    }

    // ---- sockets

    /**
     * A socket.
     *
     * @param type one of {@link ZMQ}'s numbers
     * @throws ZMQException with EMFILE if there are as many sockets as there may be, ENOTSUP for a type that zmq4j has not, EINVAL
     *     for what is no type
     * @throws ZError.CtxTerminatedException after {@link #terminate}
     */
    public SocketBase createSocket(int type) {
        return switch (type) {
            case ZMQ.ZMQ_PAIR -> new Pair(this, 0, 0);
            case ZMQ.ZMQ_PUB -> new Pub(this, 0, 0);
            case ZMQ.ZMQ_SUB -> new Sub(this, 0, 0);
            case ZMQ.ZMQ_REQ -> new Req(this, 0, 0);
            case ZMQ.ZMQ_REP -> new Rep(this, 0, 0);
            case ZMQ.ZMQ_DEALER -> new Dealer(this, 0, 0);
            case ZMQ.ZMQ_ROUTER -> new Router(this, 0, 0);
            case ZMQ.ZMQ_PULL -> new Pull(this, 0, 0);
            case ZMQ.ZMQ_PUSH -> new Push(this, 0, 0);
            case ZMQ.ZMQ_XPUB -> new XPub(this, 0, 0);
            case ZMQ.ZMQ_XSUB -> new XSub(this, 0, 0);
            case ZMQ.ZMQ_STREAM -> new Stream(this, 0, 0);
            case ZMQ.ZMQ_SERVER -> new Server(this, 0, 0);
            case ZMQ.ZMQ_CLIENT -> new Client(this, 0, 0);
            case ZMQ.ZMQ_RADIO -> new Radio(this, 0, 0);
            case ZMQ.ZMQ_DISH -> new Dish(this, 0, 0);
            case ZMQ.ZMQ_CHANNEL -> new Channel(this, 0, 0);
            case ZMQ.ZMQ_PEER -> new Peer(this, 0, 0);
            case ZMQ.ZMQ_RAW -> new Raw(this, 0, 0);
            case ZMQ.ZMQ_SCATTER -> new Scatter(this, 0, 0);
            case ZMQ.ZMQ_GATHER -> new Gather(this, 0, 0);
            default -> throw new ZMQException("There is no socket type " + type, ZError.EINVAL);
        };
    }

    /** Opens the socket under a handle. It is held until it is closed: as in JeroMQ, a socket that nobody has stays open. */
    Socket open(SocketType type) {
        synchronized (lock) {
            if (stage != Stage.NEW && stage != Stage.OPEN) {
                throw new ZError.CtxTerminatedException();
            }
            if (sockets.size() >= settings.maxSockets) {
                throw new ZMQException(
                        "The context has " + sockets.size()
                                + " sockets, as many as it may: close some, or set MAX_SOCKETS",
                        ZError.EMFILE);
            }
            Context context = core;
            if (context == null) {
                context = settings.context();
                core = context;
                stage = Stage.OPEN;
            }
            Socket socket = context.socket(type);
            sockets.put(socket, () -> {});
            return socket;
        }
    }

    /** The context under this handle, after a socket was opened. */
    Context core() {
        synchronized (lock) {
            return Objects.requireNonNull(core, "no socket was opened yet");
        }
    }

    /** The options that a new socket begins with. */
    Options optionsOf(SocketType type) {
        var options = new Options();
        // Not zmq4j's, which are libzmq's: some of JeroMQ's are others.
        options.type = org.zeromq.SocketType.valueOf(type.name()).type();
        synchronized (lock) {
            options.socketId = ++made;
            options.ipv6 = settings.ipv6;
            boolean lingers = settings.blocky && type.topics() != SocketType.Topics.SUBSCRIBES;
            options.linger = lingers ? -1 : 0;
        }
        return options;
    }

    /** What is to be done as well if the context closes a socket. */
    void atEnd(Socket socket, Runnable action) {
        synchronized (lock) {
            sockets.replace(socket, action);
        }
    }

    /** One of {@link #open} was closed, and goes on sending as long; -1 for no limit. */
    void closed(Socket socket, int lingerMillis) {
        synchronized (lock) {
            sockets.remove(socket);
            longestLinger = Math.max(longestLinger, lingerMillis);
            lock.notifyAll();
        }
    }

    // ---- the end

    /** Whether {@link #terminate} has not come to its end yet. */
    public boolean isActive() {
        return stage != Stage.TERMINATED;
    }

    /**
     * As {@link #isActive}.
     *
     * @deprecated use {@link #isActive}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // it would want an annotation library
    public boolean checkTag() {
        return isActive();
    }

    boolean isTerminating() {
        return stage == Stage.TERMINATING || stage == Stage.TERMINATED;
    }

    /**
     * Ends every call that waits, in any thread, with ETERM, waits until the program has closed its sockets, and then until what they
     * sent is handed over, as long as their LINGER says. It does not hang: a socket that is still open after 30 seconds is closed,
     * and what lingers without a limit is dropped 30 seconds later. An interrupt ends the waiting at once, as if that time had passed,
     * and the flag stays set. Called again, it waits for the same end.
     */
    public void terminate() {
        Context context;
        synchronized (lock) {
            context = core;
            if (!isTerminating()) {
                stage = Stage.TERMINATING;
            }
        }
        if (context != null) {
            context.shutdown();
            awaitSockets();
            closeLeft();
            context.close(lingering());
        }
        synchronized (lock) {
            stage = Stage.TERMINATED;
        }
        closeSelectors();
    }

    /** How long what lingers is waited for: as long as was asked for. */
    private Duration lingering() {
        Duration asked;
        synchronized (lock) {
            asked = Duration.ofMillis(longestLinger);
        }
        return asked.compareTo(patience) > 0 ? asked : patience;
    }

    private void awaitSockets() {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            try {
                long left = deadline - System.nanoTime();
                while (!sockets.isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(lock, left);
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeLeft() {
        Map<Socket, Runnable> left;
        synchronized (lock) {
            left = new IdentityHashMap<>(sockets);
            sockets.clear();
        }
        left.forEach((socket, atEnd) -> {
            socket.close();
            atEnd.run();
        });
    }

    // ---- selectors and errors

    /**
     * A selector that is closed with the context at the latest.
     *
     * @throws ZError.IOException if the system has none to give
     */
    public Selector createSelector() {
        try {
            Selector selector = Selector.open();
            synchronized (lock) {
                selectors.add(selector);
            }
            return selector;
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** Closes a selector that {@link #createSelector} gave; false if it did not, or it is closed. */
    public boolean closeSelector(Selector selector) {
        synchronized (lock) {
            if (!selectors.remove(selector)) {
                return false;
            }
        }
        close(selector);
        return true;
    }

    private void closeSelectors() {
        List<Selector> left;
        synchronized (lock) {
            left = List.copyOf(selectors);
            selectors.clear();
        }
        left.forEach(Ctx::close);
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** The code of the last failure in the current thread. */
    public Errno errno() {
        return errno;
    }

    /** An endpoint of a socket's, with the options that it had. */
    public static class Endpoint {
        /** Whose it is. */
        public final SocketBase socket;

        /** As they were. */
        public final Options options;

        public Endpoint(SocketBase socket, Options options) {
            this.socket = socket;
            this.options = options;
        }
    }
}
