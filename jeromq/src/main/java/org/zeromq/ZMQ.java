package org.zeromq;

import java.io.Closeable;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zeromq.proto.ZPicture;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;
import zmq.io.coder.IDecoder;
import zmq.io.coder.IEncoder;
import zmq.io.mechanism.Mechanisms;
import zmq.io.net.SelectorProviderChooser;
import zmq.msg.MsgAllocator;
import zmq.util.Z85;
import zmq.util.function.BiFunction;

/**
 * Contexts, sockets and pollers.
 *
 * <pre>{@code
 * try (ZMQ.Context context = ZMQ.context(1);
 *         ZMQ.Socket socket = context.socket(SocketType.REQ)) {
 *     socket.connect("tcp://127.0.0.1:5555");
 *     socket.send("Hello");
 *     String reply = socket.recvStr();
 * }
 * }</pre>
 *
 * <p>A call that would have to wait and may not returns null, false or -1. One that fails throws a {@link ZMQException} with a
 * code of {@link ZError}.
 */
// Programs have the arrays compiled in; nobody needs to have what is deprecated replaced by a tool.
@SuppressWarnings({"MutablePublicArray", "InlineMeSuggester"})
public class ZMQ {
    // Flags of sending and receiving
    /** More frames of the same message follow. */
    public static final int SNDMORE = zmq.ZMQ.ZMQ_SNDMORE;

    /** Does not wait: a call that would have to returns null, false or -1. */
    public static final int DONTWAIT = zmq.ZMQ.ZMQ_DONTWAIT;

    /** The same as {@link #DONTWAIT}. */
    public static final int NOBLOCK = zmq.ZMQ.ZMQ_DONTWAIT;

    // Socket types by number

    /** @deprecated use {@link SocketType#PAIR} */
    @Deprecated
    public static final int PAIR = zmq.ZMQ.ZMQ_PAIR;

    /** @deprecated use {@link SocketType#PUB} */
    @Deprecated
    public static final int PUB = zmq.ZMQ.ZMQ_PUB;

    /** @deprecated use {@link SocketType#SUB} */
    @Deprecated
    public static final int SUB = zmq.ZMQ.ZMQ_SUB;

    /** @deprecated use {@link SocketType#REQ} */
    @Deprecated
    public static final int REQ = zmq.ZMQ.ZMQ_REQ;

    /** @deprecated use {@link SocketType#REP} */
    @Deprecated
    public static final int REP = zmq.ZMQ.ZMQ_REP;

    /** @deprecated use {@link SocketType#DEALER} */
    @Deprecated
    public static final int DEALER = zmq.ZMQ.ZMQ_DEALER;

    /** @deprecated use {@link SocketType#DEALER} */
    @Deprecated
    public static final int XREQ = zmq.ZMQ.ZMQ_DEALER;

    /** @deprecated use {@link SocketType#ROUTER} */
    @Deprecated
    public static final int ROUTER = zmq.ZMQ.ZMQ_ROUTER;

    /** @deprecated use {@link SocketType#ROUTER} */
    @Deprecated
    public static final int XREP = zmq.ZMQ.ZMQ_ROUTER;

    /** @deprecated use {@link SocketType#PULL} */
    @Deprecated
    public static final int PULL = zmq.ZMQ.ZMQ_PULL;

    /** @deprecated use {@link SocketType#PUSH} */
    @Deprecated
    public static final int PUSH = zmq.ZMQ.ZMQ_PUSH;

    /** @deprecated use {@link SocketType#XPUB} */
    @Deprecated
    public static final int XPUB = zmq.ZMQ.ZMQ_XPUB;

    /** @deprecated use {@link SocketType#XSUB} */
    @Deprecated
    public static final int XSUB = zmq.ZMQ.ZMQ_XSUB;

    /** @deprecated use {@link SocketType#STREAM} */
    @Deprecated
    public static final int STREAM = zmq.ZMQ.ZMQ_STREAM;

    /** @deprecated use {@link SocketType#PULL} */
    @Deprecated
    public static final int UPSTREAM = zmq.ZMQ.ZMQ_PULL;

    /** @deprecated use {@link SocketType#PUSH} */
    @Deprecated
    public static final int DOWNSTREAM = zmq.ZMQ.ZMQ_PUSH;

    // Kinds of devices, which all do the same

    /** @deprecated use {@link #proxy(Socket, Socket, Socket)} */
    @Deprecated
    public static final int STREAMER = zmq.ZMQ.ZMQ_STREAMER;

    /** @deprecated use {@link #proxy(Socket, Socket, Socket)} */
    @Deprecated
    public static final int FORWARDER = zmq.ZMQ.ZMQ_FORWARDER;

    /** @deprecated use {@link #proxy(Socket, Socket, Socket)} */
    @Deprecated
    public static final int QUEUE = zmq.ZMQ.ZMQ_QUEUE;

    // Events of a monitored socket

    /** A connection has been established; the handshake is next. */
    public static final int EVENT_CONNECTED = zmq.ZMQ.ZMQ_EVENT_CONNECTED;

    /** A connect has been started. */
    public static final int EVENT_CONNECT_DELAYED = zmq.ZMQ.ZMQ_EVENT_CONNECT_DELAYED;

    /** @deprecated use {@link #EVENT_CONNECT_DELAYED} */
    @Deprecated
    public static final int EVENT_DELAYED = zmq.ZMQ.ZMQ_EVENT_CONNECT_DELAYED;

    /** A connect has failed and is tried again; the value is the delay in milliseconds. */
    public static final int EVENT_CONNECT_RETRIED = zmq.ZMQ.ZMQ_EVENT_CONNECT_RETRIED;

    /** @deprecated use {@link #EVENT_CONNECT_RETRIED} */
    @Deprecated
    public static final int EVENT_RETRIED = zmq.ZMQ.ZMQ_EVENT_CONNECT_RETRIED;

    /** The socket is bound. */
    public static final int EVENT_LISTENING = zmq.ZMQ.ZMQ_EVENT_LISTENING;

    /** The socket could not be bound; the value is the error code. */
    public static final int EVENT_BIND_FAILED = zmq.ZMQ.ZMQ_EVENT_BIND_FAILED;

    /** A connection was accepted; the handshake is next. */
    public static final int EVENT_ACCEPTED = zmq.ZMQ.ZMQ_EVENT_ACCEPTED;

    /** A connection could not be accepted; the value is the error code. */
    public static final int EVENT_ACCEPT_FAILED = zmq.ZMQ.ZMQ_EVENT_ACCEPT_FAILED;

    /** A listener or connection was closed. */
    public static final int EVENT_CLOSED = zmq.ZMQ.ZMQ_EVENT_CLOSED;

    /** Closing has failed; the value is the error code. */
    public static final int EVENT_CLOSE_FAILED = zmq.ZMQ.ZMQ_EVENT_CLOSE_FAILED;

    /** A connection was lost. */
    public static final int EVENT_DISCONNECTED = zmq.ZMQ.ZMQ_EVENT_DISCONNECTED;

    /** No more events follow. */
    public static final int EVENT_MONITOR_STOPPED = zmq.ZMQ.ZMQ_EVENT_MONITOR_STOPPED;

    /** The peer speaks this version of ZMTP. */
    public static final int EVENT_HANDSHAKE_PROTOCOL = zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL;

    /** All events. */
    public static final int EVENT_ALL = zmq.ZMQ.ZMQ_EVENT_ALL;

    /** A handshake has failed; the value is the error code. */
    public static final int HANDSHAKE_FAILED_NO_DETAIL = zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;

    /** A handshake is done: messages flow. */
    public static final int HANDSHAKE_SUCCEEDED = zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_SUCCEEDED;

    /** The peer has broken the protocol; the value is one of {@code ZMQ_PROTOCOL_ERROR_…}. */
    public static final int HANDSHAKE_FAILED_PROTOCOL = zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL;

    /** The peer was refused; the value is the status code of its authentication. */
    public static final int HANDSHAKE_FAILED_AUTH = zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;

    // Bytes of messages

    /** An empty frame. */
    public static final byte[] MESSAGE_SEPARATOR = zmq.ZMQ.MESSAGE_SEPARATOR;

    /** The prefix that every message has. */
    public static final byte[] SUBSCRIPTION_ALL = zmq.ZMQ.SUBSCRIPTION_ALL;

    /** Sent to the control socket of a proxy: nothing passes from now on. */
    public static final byte[] PROXY_PAUSE = zmq.ZMQ.PROXY_PAUSE;

    /** Sent to the control socket of a proxy: messages pass again. */
    public static final byte[] PROXY_RESUME = zmq.ZMQ.PROXY_RESUME;

    /** Sent to the control socket of a proxy: ends it. */
    public static final byte[] PROXY_TERMINATE = zmq.ZMQ.PROXY_TERMINATE;

    /** How texts become bytes: UTF-8. */
    public static final Charset CHARSET = zmq.ZMQ.CHARSET;

    private static final byte[] EMPTY = {};

    private ZMQ() {}

    /**
     * A new context.
     *
     * @param ioThreads how many threads do the input and output of its sockets; 1 is enough for most programs
     */
    public static Context context(int ioThreads) {
        return new Context(ioThreads);
    }

    // Proxies

    /**
     * {@link #proxy(Socket, Socket, Socket)} without capture.
     *
     * @deprecated the type makes no difference; use {@link #proxy(Socket, Socket, Socket)}
     */
    @Deprecated
    public static boolean device(int type, Socket frontend, Socket backend) {
        return proxy(frontend, backend, null);
    }

    /**
     * Passes whole messages between two sockets, in the calling thread, until one of the sockets or their context is closed.
     *
     * @param capture gets a copy of every message; may be null
     * @return false: it has not been told to end
     */
    public static boolean proxy(Socket frontend, Socket backend, Socket capture) {
        return proxy(frontend, backend, capture, null);
    }

    /**
     * Passes whole messages between two sockets, in the calling thread, until it gets {@link #PROXY_TERMINATE} or one of the
     * sockets or their context is closed or the thread interrupted, whose flag stays set.
     *
     * @param capture gets a copy of every message; may be null
     * @param control gets {@link #PROXY_PAUSE}, {@link #PROXY_RESUME} and {@link #PROXY_TERMINATE}; may be null
     * @return true after {@link #PROXY_TERMINATE}
     */
    public static boolean proxy(Socket frontend, Socket backend, Socket capture, Socket control) {
        return zmq.ZMQ.proxy(
                frontend.base,
                backend.base,
                capture == null ? null : capture.base,
                control == null ? null : control.base);
    }

    // Polling

    /** Waits until one of all items is ready: see {@link #poll(Selector, PollItem[], int, long)}. */
    public static int poll(Selector selector, PollItem[] items, long timeout) {
        return poll(selector, items, items.length, timeout);
    }

    /**
     * Waits until a socket or channel is ready; which, the items tell afterwards.
     *
     * @param selector that the wait takes place in, used by no other at the same time: {@link Context#selector()}
     * @param count how many of the items are looked at
     * @param timeout milliseconds; 0 looks and does not wait, -1 waits for ever
     * @return how many are ready; 0 after the time; -1 if the context has ended, a socket or the selector is closed, or the
     *     thread was interrupted, whose flag stays set
     */
    public static int poll(Selector selector, PollItem[] items, int count, long timeout) {
        zmq.poll.PollItem[] bases = new zmq.poll.PollItem[count];
        for (int i = 0; i < count; i++) {
            bases[i] = items[i].base;
        }
        return zmq.ZMQ.poll(selector, bases, count, timeout);
    }

    // Versions: of the API, as the constants are that programs have compiled in, not of the implementation behind it

    /** The major version of ØMQ's API that this one follows. */
    public static int getMajorVersion() {
        return zmq.ZMQ.ZMQ_VERSION_MAJOR;
    }

    /** The minor version of ØMQ's API that this one follows. */
    public static int getMinorVersion() {
        return zmq.ZMQ.ZMQ_VERSION_MINOR;
    }

    /** The patch version of ØMQ's API that this one follows. */
    public static int getPatchVersion() {
        return zmq.ZMQ.ZMQ_VERSION_PATCH;
    }

    /** The version of ØMQ's API that this one follows, as one number that can be compared with others. */
    public static int getFullVersion() {
        return makeVersion(getMajorVersion(), getMinorVersion(), getPatchVersion());
    }

    /** A version as one number that can be compared with others. */
    public static int makeVersion(int major, int minor, int patch) {
        return zmq.ZMQ.makeVersion(major, minor, patch);
    }

    /** The version of ØMQ's API that this one follows: three numbers with dots between. */
    public static String getVersionString() {
        return getMajorVersion() + "." + getMinorVersion() + "." + getPatchVersion();
    }

    // Sleeping

    /** Sleeps for milliseconds; an interrupt ends it, and its flag stays set. */
    public static void msleep(long millis) {
        zmq.ZMQ.msleep(millis);
    }

    /** Sleeps for seconds; an interrupt ends it, and its flag stays set. */
    public static void sleep(long seconds) {
        zmq.ZMQ.sleep(seconds);
    }

    /** Sleeps; an interrupt ends it, and its flag stays set. */
    public static void sleep(long amount, TimeUnit unit) {
        zmq.ZMQ.sleep(amount, unit);
    }

    /** Makes the sockets of a program, and ends them. Safe for any thread. */
    public static class Context implements Closeable {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Ctx ctx;

        protected Context(int ioThreads) {
            ctx = zmq.ZMQ.init(ioThreads);
        }

        // Its life

        /** If {@link #close()} or {@link #term()} was called. */
        public boolean isClosed() {
            return closed.get();
        }

        /** If it has come to its end: all of its sockets are closed. */
        public boolean isTerminated() {
            return !ctx.isActive();
        }

        /**
         * Ends the context: every call that waits in one of its sockets, and each later one, fails with {@code ETERM}. Returns
         * when all sockets have been closed and what lingers is sent or given up.
         */
        public void term() {
            if (closed.compareAndSet(false, true)) {
                ctx.terminate();
            }
        }

        /** Does what {@link #term()} does. */
        @Override
        public void close() {
            term();
        }

        // Settings, before the first socket is made

        /** How many threads do input and output; 1 unless set. */
        public int getIOThreads() {
            return ctx.get(zmq.ZMQ.ZMQ_IO_THREADS);
        }

        /** Sets how many threads do input and output; false if this is less than 0. */
        public boolean setIOThreads(int ioThreads) {
            return ctx.set(zmq.ZMQ.ZMQ_IO_THREADS, ioThreads);
        }

        /** How many sockets can be open at once; 1024 unless set. */
        public int getMaxSockets() {
            return ctx.get(zmq.ZMQ.ZMQ_MAX_SOCKETS);
        }

        /** Sets how many sockets can be open at once; false if this is less than 1. */
        public boolean setMaxSockets(int maxSockets) {
            return ctx.set(zmq.ZMQ.ZMQ_MAX_SOCKETS, maxSockets);
        }

        /** If new sockets linger for ever, unless they are told otherwise; true unless set. */
        public boolean isBlocky() {
            return ctx.get(zmq.ZMQ.ZMQ_BLOCKY) != 0;
        }

        /** @deprecated use {@link #isBlocky()} */
        @Deprecated
        public boolean getBlocky() {
            return isBlocky();
        }

        /** Sets if new sockets linger for ever, or not at all. */
        public boolean setBlocky(boolean block) {
            return ctx.set(zmq.ZMQ.ZMQ_BLOCKY, block ? 1 : 0);
        }

        /** If new sockets use IPv6; false unless set. */
        public boolean isIPv6() {
            return ctx.get(zmq.ZMQ.ZMQ_IPV6) != 0;
        }

        /** The same as {@link #isIPv6()}. */
        public boolean getIPv6() {
            return isIPv6();
        }

        /** Sets if new sockets use IPv6. */
        public boolean setIPv6(boolean ipv6) {
            return ctx.set(zmq.ZMQ.ZMQ_IPV6, ipv6 ? 1 : 0);
        }

        /** What is told of an error that ends a thread of the context; null if nobody is. */
        public Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
            return ctx.getUncaughtExceptionHandler();
        }

        /** Sets what is told of an error that ends a thread of the context. */
        public void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
            ctx.setUncaughtExceptionHandler(handler);
        }

        /** What is told of an error that ends no thread. */
        public Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
            return ctx.getNotificationExceptionHandler();
        }

        /** Sets what is told of an error that ends no thread. */
        public void setNotificationExceptionHandler(Thread.UncaughtExceptionHandler handler) {
            ctx.setNotificationExceptionHandler(handler);
        }

        /** What makes the threads of the context, of a task and a name. */
        public BiFunction<Runnable, String, Thread> getThreadFactory() {
            return ctx.getThreadFactory();
        }

        /** Sets what makes the threads of the context, of a task and a name. */
        public void setThreadFactor(BiFunction<Runnable, String, Thread> threadFactory) {
            ctx.setThreadFactory(threadFactory);
        }

        // What it makes

        /** A new socket. */
        public Socket socket(SocketType type) {
            return new Socket(this, type);
        }

        /** @deprecated use {@link #socket(SocketType)} */
        @Deprecated
        public Socket socket(int type) {
            return socket(SocketType.type(type));
        }

        /** A selector to poll with, closed at the latest with the context. */
        public Selector selector() {
            return ctx.createSelector();
        }

        /** Closes a selector that {@link #selector()} has made; false if it has not or if it is closed. */
        public boolean close(Selector selector) {
            return ctx.closeSelector(selector);
        }

        /** A poller without items. */
        public Poller poller() {
            return new Poller(this);
        }

        /** A poller without items, with room for some to begin with. */
        public Poller poller(int size) {
            return new Poller(this, size);
        }
    }

    /**
     * A socket: has a type, is bound or connected, or both, and passes messages of one or more frames. Used by one thread at a
     * time; {@link #close()} may be called by any.
     */
    public static class Socket implements Closeable {
        private static final int FIRST_DYNAMIC_PORT = 49152;
        private static final int LAST_PORT = 65535;
        private static final int PORTS_TRIED = 100;

        private final SocketBase base;
        private final ZContext owner;
        private final AtomicBoolean closed = new AtomicBoolean();

        protected Socket(Context context, SocketType type) {
            this(context.ctx.createSocket(type.type), null);
        }

        /** @deprecated use {@link #Socket(Context, SocketType)} */
        @Deprecated
        protected Socket(Context context, int type) {
            this(context.ctx.createSocket(type), null);
        }

        /** A socket that leaves the ZContext when it is closed. */
        protected Socket(ZContext context, SocketType type) {
            this(context.getContext().ctx.createSocket(type.type), Objects.requireNonNull(context));
        }

        protected Socket(SocketBase base) {
            this(base, null);
        }

        private Socket(SocketBase base, ZContext owner) {
            this.base = base;
            this.owner = owner;
        }

        // Type and life

        /** What this is a face of. */
        public SocketBase base() {
            return base;
        }

        /** The context that has made it. */
        public Ctx getCtx() {
            return base.getCtx();
        }

        /** The number of its type; -1 if it is closed. */
        public int getType() {
            return base.getSocketOpt(zmq.ZMQ.ZMQ_TYPE);
        }

        /** Its type. */
        public SocketType getSocketType() {
            return SocketType.type(getType());
        }

        /** The code of the last call that failed; 0 if none. */
        public int errno() {
            return base.errno();
        }

        /** Throws what the last call has failed with, unless it was only that it may not wait ({@code EAGAIN}). */
        protected void mayRaise() {
            int errno = base.errno();
            if (errno != 0 && errno != ZError.EAGAIN) {
                throw base.failure(errno);
            }
        }

        /** Closes the socket; what is unsent lingers as {@link #setLinger} says. Once is enough, more does no harm. */
        @Override
        public void close() {
            end();
        }

        /** Does what {@link #close()} does, whatever a subclass has made of that. */
        final void end() {
            if (closed.compareAndSet(false, true)) {
                base.close();
                if (owner != null) {
                    owner.forget(this);
                }
            }
        }

        @Override
        public String toString() {
            return base.toString();
        }

        // Endpoints

        /**
         * Waits for peers at an endpoint: {@code tcp://interface:port}, {@code ipc://path}, {@code inproc://name}; a {@code *}
         * is any interface, or any free port, which {@link #getLastEndpoint()} tells.
         *
         * @return true
         */
        public boolean bind(String addr) {
            return orRaise(base.bind(addr));
        }

        /** {@link #bindToRandomPort(String, int, int)} with a port from 49152 to 65535. */
        public int bindToRandomPort(String addr) {
            return bindToRandomPort(addr, FIRST_DYNAMIC_PORT, LAST_PORT);
        }

        /**
         * Binds to a free port: tries up to 100, from a random one on.
         *
         * @param addr with the interface, without the port: {@code tcp://*}
         * @param min the lowest port
         * @param max the highest port
         * @return the port
         */
        public int bindToRandomPort(String addr, int min, int max) {
            Utils.checkArgument(min <= max, "there is no port from " + min + " to " + max);
            int ports = max - min + 1;
            int first = ThreadLocalRandom.current().nextInt(ports);
            for (int i = 0; i < Math.min(ports, PORTS_TRIED); i++) {
                int port = min + (first + i) % ports;
                if (isBound(addr + ":" + port)) {
                    return port;
                }
            }
            throw new ZMQException("all ports tried from " + min + " to " + max + " are in use", ZError.EADDRINUSE);
        }

        private boolean isBound(String addr) {
            try {
                return bind(addr);
            } catch (ZMQException e) {
                if (e.getErrorCode() == ZError.EADDRINUSE) {
                    return false;
                }
                throw e;
            }
        }

        /** Ends what {@link #bind} has begun; false if there is no such endpoint. */
        public boolean unbind(String addr) {
            return base.termEndpoint(addr);
        }

        /**
         * Connects to an endpoint, now or as soon as somebody is bound there, and again whenever the connection is lost.
         *
         * @return true
         */
        public boolean connect(String addr) {
            return orRaise(base.connect(addr));
        }

        /** Connects and tells the routing id of the peer; only PEER sockets can. */
        public int connectPeer(String addr) {
            return base.connectPeer(addr);
        }

        /** Ends what {@link #connect} has begun; false if there is no such endpoint. */
        public boolean disconnect(String addr) {
            return base.termEndpoint(addr);
        }

        /** The endpoint that was bound or connected last, with the port that it has got; null if none. */
        public String getLastEndpoint() {
            return (String) base.getSocketOptx(zmq.ZMQ.ZMQ_LAST_ENDPOINT);
        }

        private boolean orRaise(boolean done) {
            if (!done) {
                mayRaise();
            }
            return done;
        }

        // Sending. An array that is sent belongs to the socket: it is not copied

        /** Sends the last frame of a message; waits as long as {@link #setSendTimeOut} says. */
        public boolean send(String data) {
            return send(data, 0);
        }

        /** Sends a frame that others follow. */
        public boolean sendMore(String data) {
            return send(data, SNDMORE);
        }

        /** Sends a frame. */
        public boolean send(String data, int flags) {
            return send(data.getBytes(CHARSET), flags);
        }

        /** Sends the last frame of a message; waits as long as {@link #setSendTimeOut} says. */
        public boolean send(byte[] data) {
            return send(data, 0);
        }

        /** Sends a frame that others follow. */
        public boolean sendMore(byte[] data) {
            return send(data, SNDMORE);
        }

        /**
         * Sends a frame.
         *
         * @param data null is an empty frame
         * @param flags {@link #SNDMORE}, {@link #DONTWAIT}, both or 0
         * @return false if it would have to wait and may not, or has waited long enough
         */
        public boolean send(byte[] data, int flags) {
            return orRaise(base.send(data == null ? EMPTY : data, flags));
        }

        /** Sends a copy of a part of an array as a frame. */
        public boolean send(byte[] data, int off, int length, int flags) {
            byte[] frame = new byte[length];
            System.arraycopy(data, off, frame, 0, length);
            return send(frame, flags);
        }

        /** Sends a frame, unless the token is cancelled while it waits, which fails with {@code ECANCELED}. */
        public boolean send(byte[] data, int flags, CancellationToken cancellationToken) {
            return orRaise(base.send(new Msg(data == null ? EMPTY : data), flags, cancellationToken.canceled));
        }

        /**
         * Sends a copy of what remains in a buffer, whose position stays, as a frame.
         *
         * @return how many bytes; -1 if it would have to wait and may not
         */
        public int sendByteBuffer(ByteBuffer data, int flags) {
            Utils.checkArgument(data != null, "there is no buffer to send");
            byte[] frame = new byte[data.remaining()];
            data.duplicate().get(frame);
            return send(frame, flags) ? frame.length : -1;
        }

        /** Sends the last frame of a message. */
        public boolean sendMsg(Msg msg) {
            return sendMsg(msg, 0);
        }

        /** Sends a frame that others follow. */
        public boolean sendMsgMore(Msg msg) {
            return sendMsg(msg, SNDMORE);
        }

        /** Sends a frame; false if it would have to wait and may not. */
        public boolean sendMsg(Msg msg, int flags) {
            return orRaise(base.send(msg, flags));
        }

        /** Sends a message whose frames are described by a picture: see {@link ZPicture#sendPicture}. */
        public boolean sendPicture(String picture, Object... args) {
            return new ZPicture().sendPicture(this, picture, args);
        }

        /** Sends a message of one frame whose content is described by a picture: see {@link ZPicture#sendBinaryPicture}. */
        public boolean sendBinaryPicture(String picture, Object... args) {
            return new ZPicture().sendBinaryPicture(this, picture, args);
        }

        // Receiving

        /** Receives a frame; waits as long as {@link #setReceiveTimeOut} says, then gives null. */
        public byte[] recv() {
            return recv(0);
        }

        /**
         * Receives a frame.
         *
         * @param flags {@link #DONTWAIT} or 0
         * @return null if it would have to wait and may not, or has waited long enough
         */
        public byte[] recv(int flags) {
            byte[] frame = base.recvBytes(flags);
            if (frame == null) {
                mayRaise();
            }
            return frame;
        }

        /** Receives a frame, unless the token is cancelled while it waits, which fails with {@code ECANCELED}. */
        public byte[] recv(int flags, CancellationToken cancellationToken) {
            Msg frame = base.recv(flags, cancellationToken.canceled);
            if (frame == null) {
                mayRaise();
                return null;
            }
            return frame.data();
        }

        /**
         * Receives a frame into a part of an array; what is longer is cut off.
         *
         * @return how many bytes are there; -1 if it would have to wait and may not
         */
        public int recv(byte[] buffer, int offset, int len, int flags) {
            Objects.checkFromIndexSize(offset, len, buffer.length);
            byte[] frame = recv(flags);
            if (frame == null) {
                return -1;
            }
            int copied = Math.min(frame.length, len);
            System.arraycopy(frame, 0, buffer, offset, copied);
            return copied;
        }

        /**
         * Receives a frame into a buffer.
         *
         * @return how many bytes were put there; -1 if it would have to wait and may not
         * @throws BufferOverflowException if there is not room enough: the frame is lost
         */
        public int recvByteBuffer(ByteBuffer buffer, int flags) {
            Objects.requireNonNull(buffer, "buffer");
            byte[] frame = recv(flags);
            if (frame == null) {
                return -1;
            }
            buffer.put(frame);
            return frame.length;
        }

        /** Receives a frame as a text. */
        public String recvStr() {
            return recvStr(0);
        }

        /** Receives a frame as a text; null if it would have to wait and may not. */
        public String recvStr(int flags) {
            byte[] frame = recv(flags);
            return frame == null ? null : new String(frame, CHARSET);
        }

        /** Receives a frame with what is known of it. */
        public Msg recvMsg() {
            return recvMsg(0);
        }

        /** Receives a frame with what is known of it; null if it would have to wait and may not. */
        public Msg recvMsg(int flags) {
            Msg frame = base.recv(flags);
            if (frame == null) {
                mayRaise();
            }
            return frame;
        }

        /** If the frame received last is followed by another of the same message. */
        public boolean hasReceiveMore() {
            return base.getSocketOpt(zmq.ZMQ.ZMQ_RCVMORE) == 1;
        }

        /** Receives a message whose frames are described by a picture: see {@link ZPicture#recvPicture}. */
        public Object[] recvPicture(String picture) {
            return new ZPicture().recvPicture(this, picture);
        }

        /** Receives a message of one frame whose content is described by a picture: see {@link ZPicture#recvBinaryPicture}. */
        public Object[] recvBinaryPicture(String picture) {
            return new ZPicture().recvBinaryPicture(this, picture);
        }

        /** Something that ends a wait of this socket from another thread. */
        public CancellationToken createCancellationToken() {
            return new CancellationToken(base);
        }

        // Readiness and events

        /** What it is ready for: bits {@link Poller#POLLIN} and {@link Poller#POLLOUT}; -1 if it is closed. */
        public int getEvents() {
            return base.getSocketOpt(zmq.ZMQ.ZMQ_EVENTS);
        }

        /** A channel for a selector of the program: readable when {@link #getEvents()} is worth a look. */
        public SelectableChannel getFD() {
            return (SelectableChannel) base.getSocketOptx(zmq.ZMQ.ZMQ_FD);
        }

        /**
         * Sends events of this socket to a PAIR socket that is connected to the address; null ends it.
         *
         * @param events bits {@code ZMQ.EVENT_…}
         * @return false if the address is none of {@code inproc} or in use
         */
        public boolean monitor(String addr, int events) {
            return base.monitor(addr, events);
        }

        /** Calls the consumer with events of this socket, in a thread of the context. */
        public boolean setEventHook(ZEvent.ZEventConsummer consumer, int events) {
            return base.setEventHook(consumer, events);
        }

        // Subscriptions and groups

        /** Receives, from now on, messages that begin with these bytes; only SUB. */
        public boolean subscribe(byte[] topic) {
            return set(zmq.ZMQ.ZMQ_SUBSCRIBE, topic);
        }

        /** Receives, from now on, messages that begin with this text; only SUB. */
        public boolean subscribe(String topic) {
            return set(zmq.ZMQ.ZMQ_SUBSCRIBE, topic);
        }

        /** Undoes one subscription. */
        public boolean unsubscribe(byte[] topic) {
            return set(zmq.ZMQ.ZMQ_UNSUBSCRIBE, topic);
        }

        /** Undoes one subscription. */
        public boolean unsubscribe(String topic) {
            return set(zmq.ZMQ.ZMQ_UNSUBSCRIBE, topic);
        }

        /** Receives, from now on, messages of a group; only DISH. */
        public boolean join(String group) {
            return orRaise(base.join(group));
        }

        /** Undoes one {@link #join}. */
        public boolean leave(String group) {
            return orRaise(base.leave(group));
        }

        // Options. A setter gives false if the socket is closed; an option counts for endpoints that are bound or
        // connected later

        private boolean set(int option, Object value) {
            return base.setSocketOpt(option, value);
        }

        private int get(int option) {
            return base.getSocketOpt(option);
        }

        private boolean isSet(int option) {
            return Boolean.TRUE.equals(base.getSocketOptx(option));
        }

        private long getLong(int option) {
            return base.getSocketOptx(option) instanceof Number number ? number.longValue() : -1;
        }

        private byte[] getBytes(int option) {
            return (byte[]) base.getSocketOptx(option);
        }

        private String getText(int option) {
            return (String) base.getSocketOptx(option);
        }

        // Options: queues

        /** @deprecated there are two: use {@link #getSndHWM()} and {@link #getRcvHWM()} */
        @Deprecated
        public int getHWM() {
            return -1;
        }

        /** Sets both high-water marks: see {@link #setSndHWM(int)} and {@link #setRcvHWM(int)}. */
        public boolean setHWM(int value) {
            boolean sent = setSndHWM(value);
            return setRcvHWM(value) && sent;
        }

        /** @deprecated use {@link #setHWM(int)} */
        @Deprecated
        public boolean setHWM(long value) {
            return setHWM((int) value);
        }

        /** How many messages may wait to be sent to each peer; 1000 unless set, 0 is without limit. */
        public int getSndHWM() {
            return get(zmq.ZMQ.ZMQ_SNDHWM);
        }

        /** Sets {@link #getSndHWM()}. */
        public boolean setSndHWM(int value) {
            return set(zmq.ZMQ.ZMQ_SNDHWM, value);
        }

        /** @deprecated use {@link #setSndHWM(int)} */
        @Deprecated
        public boolean setSndHWM(long value) {
            return setSndHWM((int) value);
        }

        /** How many messages of each peer may wait to be received; 1000 unless set, 0 is without limit. */
        public int getRcvHWM() {
            return get(zmq.ZMQ.ZMQ_RCVHWM);
        }

        /** Sets {@link #getRcvHWM()}. */
        public boolean setRcvHWM(int value) {
            return set(zmq.ZMQ.ZMQ_RCVHWM, value);
        }

        /** @deprecated use {@link #setRcvHWM(int)} */
        @Deprecated
        public boolean setRcvHWM(long value) {
            return setRcvHWM((int) value);
        }

        /** For how many milliseconds after the close unsent messages are still sent; -1, for ever, unless set. */
        public int getLinger() {
            return get(zmq.ZMQ.ZMQ_LINGER);
        }

        /** Sets {@link #getLinger()}. */
        public boolean setLinger(int value) {
            return set(zmq.ZMQ.ZMQ_LINGER, value);
        }

        /** @deprecated use {@link #setLinger(int)} */
        @Deprecated
        public boolean setLinger(long value) {
            return setLinger((int) value);
        }

        /** For how many milliseconds a send waits; -1, for ever, unless set. */
        public int getSendTimeOut() {
            return get(zmq.ZMQ.ZMQ_SNDTIMEO);
        }

        /** Sets {@link #getSendTimeOut()}. */
        public boolean setSendTimeOut(int value) {
            return set(zmq.ZMQ.ZMQ_SNDTIMEO, value);
        }

        /** For how many milliseconds a receive waits; -1, for ever, unless set. */
        public int getReceiveTimeOut() {
            return get(zmq.ZMQ.ZMQ_RCVTIMEO);
        }

        /** Sets {@link #getReceiveTimeOut()}. */
        public boolean setReceiveTimeOut(int value) {
            return set(zmq.ZMQ.ZMQ_RCVTIMEO, value);
        }

        /** How many bytes a frame that comes may have; -1, without limit, unless set. */
        public long getMaxMsgSize() {
            return getLong(zmq.ZMQ.ZMQ_MAXMSGSIZE);
        }

        /** Sets {@link #getMaxMsgSize()}. */
        public boolean setMaxMsgSize(long value) {
            return set(zmq.ZMQ.ZMQ_MAXMSGSIZE, value);
        }

        /** If only the newest message is kept; false unless set. */
        public boolean isConflate() {
            return get(zmq.ZMQ.ZMQ_CONFLATE) > 0;
        }

        /** The same as {@link #isConflate()}. */
        public boolean getConflate() {
            return isConflate();
        }

        /** Sets {@link #isConflate()}. */
        public boolean setConflate(boolean value) {
            return set(zmq.ZMQ.ZMQ_CONFLATE, value);
        }

        /** Kept, without effect: frames are arrays of the heap. */
        public int getMsgAllocationHeapThreshold() {
            return get(zmq.ZMQ.ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD);
        }

        /** Kept, without effect. */
        public boolean setMsgAllocationHeapThreshold(int value) {
            return set(zmq.ZMQ.ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD, value);
        }

        /** Kept, without effect. */
        public boolean setMsgAllocator(MsgAllocator allocator) {
            return set(zmq.ZMQ.ZMQ_MSG_ALLOCATOR, allocator);
        }

        /** @deprecated there is no swap */
        @Deprecated
        public long getSwap() {
            return -1;
        }

        /** @deprecated there is no swap; throws {@link UnsupportedOperationException} */
        @Deprecated
        public boolean setSwap(long value) {
            throw new UnsupportedOperationException("there is no swap");
        }

        // Options: routing

        /** The routing id that a ROUTER knows this socket by; empty unless set. */
        public byte[] getIdentity() {
            return getBytes(zmq.ZMQ.ZMQ_IDENTITY);
        }

        /** Sets {@link #getIdentity()}: up to 255 bytes, of which the first is not 0. */
        public boolean setIdentity(byte[] identity) {
            return set(zmq.ZMQ.ZMQ_IDENTITY, identity);
        }

        /** The routing id that this ROUTER gives the peer of its next connect. */
        public boolean setConnectRid(String rid) {
            return set(zmq.ZMQ.ZMQ_CONNECT_RID, rid);
        }

        /** The routing id that this ROUTER gives the peer of its next connect. */
        public boolean setConnectRid(byte[] rid) {
            return set(zmq.ZMQ.ZMQ_CONNECT_RID, rid);
        }

        /** If a ROUTER fails, with {@code EHOSTUNREACH}, to send to a peer that it does not know; false unless set. */
        public boolean setRouterMandatory(boolean value) {
            return set(zmq.ZMQ.ZMQ_ROUTER_MANDATORY, value);
        }

        /** If a new peer takes over the routing id of another; false unless set. */
        public boolean setRouterHandover(boolean value) {
            return set(zmq.ZMQ.ZMQ_ROUTER_HANDOVER, value);
        }

        /** If a ROUTER speaks raw TCP; false unless set. */
        public boolean setRouterRaw(boolean value) {
            return set(zmq.ZMQ.ZMQ_ROUTER_RAW, value);
        }

        /** If every new peer is sent an empty message first; false unless set. */
        public boolean setProbeRouter(boolean value) {
            return set(zmq.ZMQ.ZMQ_PROBE_ROUTER, value);
        }

        /** If a REQ takes only the reply to its last request; false unless set. */
        public boolean setReqCorrelate(boolean value) {
            return set(zmq.ZMQ.ZMQ_REQ_CORRELATE, value);
        }

        /** @deprecated the option can only be set; throws {@link UnsupportedOperationException} */
        @Deprecated
        public boolean getReqCorrelate() {
            throw new UnsupportedOperationException("the option can only be set");
        }

        /** If a REQ may send another request before the reply to the last; false unless set. */
        public boolean setReqRelaxed(boolean value) {
            return set(zmq.ZMQ.ZMQ_REQ_RELAXED, value);
        }

        /** @deprecated the option can only be set; throws {@link UnsupportedOperationException} */
        @Deprecated
        public boolean getReqRelaxed() {
            throw new UnsupportedOperationException("the option can only be set");
        }

        /** If an XPUB receives subscriptions that another peer has already; false unless set. */
        public boolean setXpubVerbose(boolean value) {
            return set(zmq.ZMQ.ZMQ_XPUB_VERBOSE, value);
        }

        /** If an XPUB receives every subscription and every end of one; false unless set. */
        public boolean setXpubVerboser(boolean value) {
            return set(zmq.ZMQ.ZMQ_XPUB_VERBOSER, value);
        }

        /** If an XPUB fails to send, with {@code EAGAIN}, instead of dropping; false unless set. */
        public boolean setXpubNoDrop(boolean value) {
            return set(zmq.ZMQ.ZMQ_XPUB_NODROP, value);
        }

        /** If the program itself decides what the peers of an XPUB are subscribed to; false unless set. */
        public boolean setXpubManual(boolean value) {
            return set(zmq.ZMQ.ZMQ_XPUB_MANUAL, value);
        }

        /** The message that every new peer is sent first; null is none. */
        public boolean setHelloMsg(byte[] helloMsg) {
            return set(zmq.ZMQ.ZMQ_HELLO_MSG, helloMsg);
        }

        // Options: connections

        /** If messages are queued for a peer before it is connected; true unless set. */
        public boolean isImmediate() {
            return isSet(zmq.ZMQ.ZMQ_IMMEDIATE);
        }

        /** The same as {@link #isImmediate()}. */
        public boolean getImmediate() {
            return isImmediate();
        }

        /** Sets {@link #isImmediate()}. */
        public boolean setImmediate(boolean value) {
            return set(zmq.ZMQ.ZMQ_IMMEDIATE, value);
        }

        /** @deprecated use {@link #isImmediate()}, its opposite */
        @Deprecated
        public boolean getDelayAttachOnConnect() {
            return !isImmediate();
        }

        /** @deprecated use {@link #setImmediate}, its opposite */
        @Deprecated
        public boolean setDelayAttachOnConnect(boolean value) {
            return setImmediate(!value);
        }

        /** For how many milliseconds a lost connection is not tried again; 100 unless set, -1 is never tried again. */
        public int getReconnectIVL() {
            return get(zmq.ZMQ.ZMQ_RECONNECT_IVL);
        }

        /** Sets {@link #getReconnectIVL()}. */
        public boolean setReconnectIVL(int value) {
            return set(zmq.ZMQ.ZMQ_RECONNECT_IVL, value);
        }

        /** @deprecated use {@link #setReconnectIVL(int)} */
        @Deprecated
        public boolean setReconnectIVL(long value) {
            return setReconnectIVL((int) value);
        }

        /** Up to how many milliseconds that time grows, doubled at each failure; 0, it does not grow, unless set. */
        public int getReconnectIVLMax() {
            return get(zmq.ZMQ.ZMQ_RECONNECT_IVL_MAX);
        }

        /** Sets {@link #getReconnectIVLMax()}. */
        public boolean setReconnectIVLMax(int value) {
            return set(zmq.ZMQ.ZMQ_RECONNECT_IVL_MAX, value);
        }

        /** @deprecated use {@link #setReconnectIVLMax(int)} */
        @Deprecated
        public boolean setReconnectIVLMax(long value) {
            return setReconnectIVLMax((int) value);
        }

        /** How many connections may wait to be accepted; 100 unless set. */
        public int getBacklog() {
            return get(zmq.ZMQ.ZMQ_BACKLOG);
        }

        /** Sets {@link #getBacklog()}. */
        public boolean setBacklog(int value) {
            return set(zmq.ZMQ.ZMQ_BACKLOG, value);
        }

        /** @deprecated use {@link #setBacklog(int)} */
        @Deprecated
        public boolean setBacklog(long value) {
            return setBacklog((int) value);
        }

        /** For how many milliseconds a handshake may last; 30000 unless set, 0 is for ever. */
        public int getHandshakeIvl() {
            return get(zmq.ZMQ.ZMQ_HANDSHAKE_IVL);
        }

        /** Sets {@link #getHandshakeIvl()}. */
        public boolean setHandshakeIvl(int value) {
            return set(zmq.ZMQ.ZMQ_HANDSHAKE_IVL, value);
        }

        /** Every how many milliseconds a silent peer is pinged; 0, never, unless set. */
        public int getHeartbeatIvl() {
            return get(zmq.ZMQ.ZMQ_HEARTBEAT_IVL);
        }

        /** Sets {@link #getHeartbeatIvl()}. */
        public boolean setHeartbeatIvl(int value) {
            return set(zmq.ZMQ.ZMQ_HEARTBEAT_IVL, value);
        }

        /** For how many milliseconds a pinged peer may be silent; -1, the interval, unless set. */
        public int getHeartbeatTimeout() {
            return get(zmq.ZMQ.ZMQ_HEARTBEAT_TIMEOUT);
        }

        /** Sets {@link #getHeartbeatTimeout()}. */
        public boolean setHeartbeatTimeout(int value) {
            return set(zmq.ZMQ.ZMQ_HEARTBEAT_TIMEOUT, value);
        }

        /** For how many milliseconds the peer is to wait for signs of life; 0, it is not told, unless set. */
        public int getHeartbeatTtl() {
            return get(zmq.ZMQ.ZMQ_HEARTBEAT_TTL);
        }

        /** Sets {@link #getHeartbeatTtl()}. */
        public boolean setHeartbeatTtl(int value) {
            return set(zmq.ZMQ.ZMQ_HEARTBEAT_TTL, value);
        }

        /** What a ping carries and a peer gives back; empty unless set. */
        public byte[] getHeartbeatContext() {
            return getBytes(zmq.ZMQ.ZMQ_HEARTBEAT_CONTEXT);
        }

        /** Sets {@link #getHeartbeatContext()}. */
        public boolean setHeartbeatContext(byte[] context) {
            return set(zmq.ZMQ.ZMQ_HEARTBEAT_CONTEXT, context);
        }

        /** The SOCKS proxy that connects go through; null unless set. */
        public String getSocksProxy() {
            return getText(zmq.ZMQ.ZMQ_SOCKS_PROXY);
        }

        /** Sets {@link #getSocksProxy()}. */
        public boolean setSocksProxy(String proxy) {
            return set(zmq.ZMQ.ZMQ_SOCKS_PROXY, proxy);
        }

        /** Sets {@link #getSocksProxy()}. */
        public boolean setSocksProxy(byte[] proxy) {
            return set(zmq.ZMQ.ZMQ_SOCKS_PROXY, proxy);
        }

        /** The name under which messages tell the address they came in at; null unless set. */
        public String getSelfAddressPropertyName() {
            return getText(zmq.ZMQ.ZMQ_SELFADDR_PROPERTY_NAME);
        }

        /** Sets {@link #getSelfAddressPropertyName()}. */
        public boolean setSelfAddressPropertyName(String name) {
            return set(zmq.ZMQ.ZMQ_SELFADDR_PROPERTY_NAME, name);
        }

        // Options: TCP and threads

        /** If addresses of IPv6 are used; false unless set, here or in the context. */
        public boolean isIPv6() {
            return isSet(zmq.ZMQ.ZMQ_IPV6);
        }

        /** The same as {@link #isIPv6()}. */
        public boolean getIPv6() {
            return isIPv6();
        }

        /** Sets {@link #isIPv6()}. */
        public boolean setIPv6(boolean value) {
            return set(zmq.ZMQ.ZMQ_IPV6, value);
        }

        /** @deprecated use {@link #isIPv6()}, its opposite */
        @Deprecated
        public boolean getIPv4Only() {
            return !isIPv6();
        }

        /** @deprecated use {@link #setIPv6}, its opposite */
        @Deprecated
        public boolean setIPv4Only(boolean value) {
            return setIPv6(!value);
        }

        /** If TCP's keep-alive is on (1), off (0) or as the system has it (-1, unless set). */
        public int getTCPKeepAlive() {
            return get(zmq.ZMQ.ZMQ_TCP_KEEPALIVE);
        }

        /** Sets {@link #getTCPKeepAlive()}. */
        public boolean setTCPKeepAlive(int value) {
            return set(zmq.ZMQ.ZMQ_TCP_KEEPALIVE, value);
        }

        /** @deprecated use {@link #setTCPKeepAlive(int)} */
        @Deprecated
        public boolean setTCPKeepAlive(long value) {
            return setTCPKeepAlive((int) value);
        }

        /** @deprecated use {@link #getTCPKeepAlive()} */
        @Deprecated
        public long getTCPKeepAliveSetting() {
            return getTCPKeepAlive();
        }

        /** How many probes are lost before a connection is; -1, as the system has it, unless set. */
        public long getTCPKeepAliveCount() {
            return get(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_CNT);
        }

        /** Sets {@link #getTCPKeepAliveCount()}. */
        public boolean setTCPKeepAliveCount(long value) {
            return set(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_CNT, (int) value);
        }

        /** After how many seconds of silence a peer is probed; -1, as the system has it, unless set. */
        public long getTCPKeepAliveIdle() {
            return get(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_IDLE);
        }

        /** Sets {@link #getTCPKeepAliveIdle()}. */
        public boolean setTCPKeepAliveIdle(long value) {
            return set(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_IDLE, (int) value);
        }

        /** How many seconds are between two probes; -1, as the system has it, unless set. */
        public long getTCPKeepAliveInterval() {
            return get(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_INTVL);
        }

        /** Sets {@link #getTCPKeepAliveInterval()}. */
        public boolean setTCPKeepAliveInterval(long value) {
            return set(zmq.ZMQ.ZMQ_TCP_KEEPALIVE_INTVL, (int) value);
        }

        /** The size of a connection's send buffer in bytes; 0, as the system has it, unless set. */
        public int getSendBufferSize() {
            return get(zmq.ZMQ.ZMQ_SNDBUF);
        }

        /** Sets {@link #getSendBufferSize()}. */
        public boolean setSendBufferSize(int value) {
            return set(zmq.ZMQ.ZMQ_SNDBUF, value);
        }

        /** @deprecated use {@link #setSendBufferSize(int)} */
        @Deprecated
        public boolean setSendBufferSize(long value) {
            return setSendBufferSize((int) value);
        }

        /** The size of a connection's receive buffer in bytes; 0, as the system has it, unless set. */
        public int getReceiveBufferSize() {
            return get(zmq.ZMQ.ZMQ_RCVBUF);
        }

        /** Sets {@link #getReceiveBufferSize()}. */
        public boolean setReceiveBufferSize(int value) {
            return set(zmq.ZMQ.ZMQ_RCVBUF, value);
        }

        /** @deprecated use {@link #setReceiveBufferSize(int)} */
        @Deprecated
        public boolean setReceiveBufferSize(long value) {
            return setReceiveBufferSize((int) value);
        }

        /** The type of service of a connection's packets; 0 unless set. */
        public int getTos() {
            return get(zmq.ZMQ.ZMQ_TOS);
        }

        /** Sets {@link #getTos()}. */
        public boolean setTos(int value) {
            return set(zmq.ZMQ.ZMQ_TOS, value);
        }

        /** Which I/O threads serve the connections, a bit for each; 0, any, unless set. */
        public long getAffinity() {
            return getLong(zmq.ZMQ.ZMQ_AFFINITY);
        }

        /** Sets {@link #getAffinity()}. */
        public boolean setAffinity(long value) {
            return set(zmq.ZMQ.ZMQ_AFFINITY, value);
        }

        /** @deprecated kept, without effect: the protocol has one encoding */
        @Deprecated
        public boolean setEncoder(Class<? extends IEncoder> encoder) {
            return set(zmq.ZMQ.ZMQ_ENCODER, encoder);
        }

        /** @deprecated kept, without effect: the protocol has one encoding */
        @Deprecated
        public boolean setDecoder(Class<? extends IDecoder> decoder) {
            return set(zmq.ZMQ.ZMQ_DECODER, decoder);
        }

        /** Kept, without effect: channels are those of the system. */
        public SelectorProviderChooser getSelectorProviderChooser() {
            return (SelectorProviderChooser) base.getSocketOptx(zmq.ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER);
        }

        /** Kept, without effect. */
        public boolean setSelectorChooser(SelectorProviderChooser chooser) {
            return set(zmq.ZMQ.ZMQ_SELECTOR_PROVIDERCHOOSER, chooser);
        }

        // Options: multicast, which there is none of

        /** The default, without effect. */
        public long getRate() {
            return get(zmq.ZMQ.ZMQ_RATE);
        }

        /** Throws {@link UnsupportedOperationException}. */
        public boolean setRate(long value) {
            throw new UnsupportedOperationException("there is no multicast");
        }

        /** The default, without effect. */
        public long getRecoveryInterval() {
            return get(zmq.ZMQ.ZMQ_RECOVERY_IVL);
        }

        /** Throws {@link UnsupportedOperationException}. */
        public boolean setRecoveryInterval(long value) {
            throw new UnsupportedOperationException("there is no multicast");
        }

        /** The default, without effect. */
        public long getMulticastHops() {
            return get(zmq.ZMQ.ZMQ_MULTICAST_HOPS);
        }

        /** Throws {@link UnsupportedOperationException}. */
        public boolean setMulticastHops(long value) {
            throw new UnsupportedOperationException("there is no multicast");
        }

        /** @deprecated there is no multicast */
        @Deprecated
        public boolean hasMulticastLoop() {
            return false;
        }

        /** @deprecated there is no multicast; throws {@link UnsupportedOperationException} */
        @Deprecated
        public boolean setMulticastLoop(boolean value) {
            throw new UnsupportedOperationException("there is no multicast");
        }

        // Options: security

        /** How peers are known to each other: follows from the options below. */
        public Mechanism getMechanism() {
            return Mechanism.of((Mechanisms) base.getSocketOptx(zmq.ZMQ.ZMQ_MECHANISM));
        }

        /** What the authenticator is told of the socket; empty unless set. */
        public String getZapDomain() {
            return getText(zmq.ZMQ.ZMQ_ZAP_DOMAIN);
        }

        /** The same as {@link #getZapDomain()}. */
        public String getZAPDomain() {
            return getZapDomain();
        }

        /** Sets {@link #getZapDomain()}. */
        public boolean setZapDomain(String domain) {
            return set(zmq.ZMQ.ZMQ_ZAP_DOMAIN, domain);
        }

        /** Sets {@link #getZapDomain()}. */
        public boolean setZAPDomain(String domain) {
            return setZapDomain(domain);
        }

        /** Sets {@link #getZapDomain()}. */
        public boolean setZapDomain(byte[] domain) {
            return set(zmq.ZMQ.ZMQ_ZAP_DOMAIN, domain);
        }

        /** Sets {@link #getZapDomain()}. */
        public boolean setZAPDomain(byte[] domain) {
            return setZapDomain(domain);
        }

        /** If peers have to show themselves by PLAIN; false unless set. */
        public boolean getPlainServer() {
            return isSet(zmq.ZMQ.ZMQ_PLAIN_SERVER);
        }

        /** @deprecated use {@link #getPlainServer()} */
        @Deprecated
        public boolean isAsServerPlain() {
            return getPlainServer();
        }

        /** @deprecated use {@link #getPlainServer()} */
        @Deprecated
        public boolean getAsServerPlain() {
            return getPlainServer();
        }

        /** Sets {@link #getPlainServer()}. */
        public boolean setPlainServer(boolean value) {
            return set(zmq.ZMQ.ZMQ_PLAIN_SERVER, value);
        }

        /** @deprecated use {@link #setPlainServer} */
        @Deprecated
        public boolean setAsServerPlain(boolean server) {
            return setPlainServer(server);
        }

        /** If peers have to show themselves by CURVE; false unless set. */
        public boolean getCurveServer() {
            return isSet(zmq.ZMQ.ZMQ_CURVE_SERVER);
        }

        /** @deprecated use {@link #getCurveServer()} */
        @Deprecated
        public boolean isAsServerCurve() {
            return getCurveServer();
        }

        /** @deprecated use {@link #getCurveServer()} */
        @Deprecated
        public boolean getAsServerCurve() {
            return getCurveServer();
        }

        /** Sets {@link #getCurveServer()}. */
        public boolean setCurveServer(boolean value) {
            return set(zmq.ZMQ.ZMQ_CURVE_SERVER, value);
        }

        /** @deprecated use {@link #setCurveServer} */
        @Deprecated
        public boolean setAsServerCurve(boolean server) {
            return setCurveServer(server);
        }

        /** The user name shown to PLAIN servers; null unless set. */
        public String getPlainUsername() {
            return getText(zmq.ZMQ.ZMQ_PLAIN_USERNAME);
        }

        /** Sets {@link #getPlainUsername()}. */
        public boolean setPlainUsername(String value) {
            return set(zmq.ZMQ.ZMQ_PLAIN_USERNAME, value);
        }

        /** Sets {@link #getPlainUsername()}. */
        public boolean setPlainUsername(byte[] value) {
            return set(zmq.ZMQ.ZMQ_PLAIN_USERNAME, value);
        }

        /** The password shown to PLAIN servers; null unless set. */
        public String getPlainPassword() {
            return getText(zmq.ZMQ.ZMQ_PLAIN_PASSWORD);
        }

        /** Sets {@link #getPlainPassword()}. */
        public boolean setPlainPassword(String value) {
            return set(zmq.ZMQ.ZMQ_PLAIN_PASSWORD, value);
        }

        /** Sets {@link #getPlainPassword()}. */
        public boolean setPlainPassword(byte[] value) {
            return set(zmq.ZMQ.ZMQ_PLAIN_PASSWORD, value);
        }

        /** The public key of this socket, 32 bytes. */
        public byte[] getCurvePublicKey() {
            return getBytes(zmq.ZMQ.ZMQ_CURVE_PUBLICKEY);
        }

        /** Sets {@link #getCurvePublicKey()}: 32 bytes, or 40 of Z85. */
        public boolean setCurvePublicKey(byte[] key) {
            return set(zmq.ZMQ.ZMQ_CURVE_PUBLICKEY, key);
        }

        /** The secret key of this socket, 32 bytes. */
        public byte[] getCurveSecretKey() {
            return getBytes(zmq.ZMQ.ZMQ_CURVE_SECRETKEY);
        }

        /** Sets {@link #getCurveSecretKey()}: 32 bytes, or 40 of Z85. */
        public boolean setCurveSecretKey(byte[] key) {
            return set(zmq.ZMQ.ZMQ_CURVE_SECRETKEY, key);
        }

        /** The public key of the server that is connected to, 32 bytes. */
        public byte[] getCurveServerKey() {
            return getBytes(zmq.ZMQ.ZMQ_CURVE_SERVERKEY);
        }

        /** Sets {@link #getCurveServerKey()}: 32 bytes, or 40 of Z85. */
        public boolean setCurveServerKey(byte[] key) {
            return set(zmq.ZMQ.ZMQ_CURVE_SERVERKEY, key);
        }

        /** How peers are known to each other. */
        public enum Mechanism {
            /** Not at all. */
            NULL,
            /** By name and password, in the clear. */
            PLAIN,
            /** By keys; all is encrypted. */
            CURVE;

            private static Mechanism of(Mechanisms mechanism) {
                if (mechanism == Mechanisms.NULL) {
                    return NULL;
                }
                if (mechanism == Mechanisms.PLAIN) {
                    return PLAIN;
                }
                return mechanism == Mechanisms.CURVE ? CURVE : null;
            }
        }
    }

    /** What a poll waits for at a socket or a raw channel, and what it has found there. */
    public static class PollItem {
        private final zmq.poll.PollItem base;
        private final Socket socket;

        /** A socket, and what is waited for: bits {@code Poller.POLLIN} and so on. */
        public PollItem(Socket socket, int ops) {
            this.socket = socket;
            base = new zmq.poll.PollItem(socket.base, ops);
        }

        /** A channel in non-blocking mode, and what is waited for: bits {@code Poller.POLLIN} and so on. */
        public PollItem(SelectableChannel channel, int ops) {
            socket = null;
            base = new zmq.poll.PollItem(channel, ops);
        }

        final zmq.poll.PollItem base() {
            return base;
        }

        /** The channel; null if this is a socket. */
        public final SelectableChannel getRawSocket() {
            return base.getRawSocket();
        }

        /** The socket; null if this is a channel. */
        public final Socket getSocket() {
            return socket;
        }

        public final boolean isReadable() {
            return base.isReadable();
        }

        public final boolean isWritable() {
            return base.isWritable();
        }

        public final boolean isError() {
            return base.isError();
        }

        /** All that the last poll has found, in bits. */
        public final int readyOps() {
            return base.readyOps();
        }

        /** If both are of the same socket or the same channel, whatever they wait for. */
        @Override
        public boolean equals(Object obj) {
            return obj instanceof PollItem other
                    && (socket != null
                            ? socket == other.socket
                            : other.socket == null && Objects.equals(getRawSocket(), other.getRawSocket()));
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(socket != null ? socket : getRawSocket());
        }
    }

    /** Ends waits of a socket from another thread: they fail with {@code ECANCELED}. Safe for any thread. */
    public static class CancellationToken {
        protected final AtomicBoolean canceled = new AtomicBoolean();
        private final SocketBase socket;

        protected CancellationToken(SocketBase socket) {
            this.socket = socket;
        }

        public boolean isCancellationRequested() {
            return canceled.get();
        }

        /** Makes it fit for another use. */
        public void reset() {
            canceled.set(false);
        }

        /** Ends the call that waits with this token, and each later one, until {@link #reset()}. */
        public void cancel() {
            socket.cancel(canceled);
        }
    }

    /** Keys of CURVE. */
    public static class Curve {
        /** The bytes of a key. */
        public static final int KEY_SIZE = 32;

        /** The characters of a key in Z85. */
        public static final int KEY_SIZE_Z85 = 40;

        public Curve() {}

        /** A new pair of keys. */
        public static KeyPair generateKeyPair() {
            String[] keys = new zmq.io.mechanism.curve.Curve().keypairZ85();
            return new KeyPair(keys[0], keys[1]);
        }

        /** The bytes of a key that is given in Z85. */
        public static byte[] z85Decode(String key) {
            return Z85.decode(key);
        }

        /** A key of 32 bytes in Z85. */
        public static String z85Encode(byte[] key) {
            return zmq.io.mechanism.curve.Curve.z85EncodePublic(key);
        }

        /** A public key and the secret one it belongs to, in Z85. */
        public static class KeyPair {
            public final String publicKey;
            public final String secretKey;

            /**
             * Two keys in Z85.
             *
             * @param secretKey may be null
             */
            public KeyPair(String publicKey, String secretKey) {
                Utils.checkArgument(
                        publicKey != null && publicKey.length() == KEY_SIZE_Z85,
                        "a public key has 40 characters of Z85");
                Utils.checkArgument(
                        secretKey == null || secretKey.length() == KEY_SIZE_Z85,
                        "a secret key has 40 characters of Z85, or is null");
                this.publicKey = publicKey;
                this.secretKey = secretKey;
            }
        }
    }

    /** Something that has happened to a monitored socket. */
    public static class Event {
        private final int event;
        private final Object value;
        private final Object resolved;
        private final String address;

        public Event(int event, Object value, String address) {
            this(event, value, value, address);
        }

        private Event(int event, Object value, Object resolved, String address) {
            this.event = event;
            this.value = value;
            this.resolved = resolved;
            this.address = address;
        }

        /** Receives an event from a socket that is connected to a monitor. */
        public static Event recv(Socket socket) {
            return recv(socket, 0);
        }

        /** Receives an event from a socket that is connected to a monitor; null if it would have to wait and may not. */
        public static Event recv(Socket socket, int flags) {
            zmq.ZMQ.Event read = zmq.ZMQ.Event.read(socket.base, flags);
            if (read == null) {
                return null;
            }
            return new Event(read.event, read.arg, resolve(read, socket), read.addr);
        }

        private static Object resolve(zmq.ZMQ.Event read, Socket socket) {
            return switch (read.event) {
                case EVENT_CONNECTED, EVENT_LISTENING, EVENT_ACCEPTED, EVENT_CLOSED, EVENT_DISCONNECTED ->
                    read.getChannel(socket.base);
                case EVENT_BIND_FAILED, EVENT_ACCEPT_FAILED, EVENT_CLOSE_FAILED, HANDSHAKE_FAILED_NO_DETAIL ->
                    read.arg instanceof Integer code ? Error.findByCode(code) : null;
                case HANDSHAKE_FAILED_PROTOCOL ->
                    read.arg instanceof Integer code ? ZMonitor.ProtocolCode.findByCode(code) : null;
                case EVENT_CONNECT_DELAYED, HANDSHAKE_SUCCEEDED, EVENT_MONITOR_STOPPED -> null;
                default -> read.arg;
            };
        }

        /** Which: one of {@code EVENT_…} and {@code HANDSHAKE_…}. */
        public int getEvent() {
            return event;
        }

        /** A number, whose meaning depends on the event; or null. */
        public Object getValue() {
            return value;
        }

        /** The value as what it means: an {@link Error}, a {@link ZMonitor.ProtocolCode}, a number; or null. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <M> M resolveValue() {
            return (M) resolved;
        }

        /** The endpoint it has happened at. */
        public String getAddress() {
            return address;
        }

        /** If it tells of a failure. */
        public boolean isError() {
            return switch (event) {
                case EVENT_BIND_FAILED,
                        EVENT_ACCEPT_FAILED,
                        EVENT_CLOSE_FAILED,
                        HANDSHAKE_FAILED_NO_DETAIL,
                        HANDSHAKE_FAILED_PROTOCOL -> true;
                default -> false;
            };
        }

        /** If it tells of something that may be meant. */
        public boolean isWarn() {
            return event == HANDSHAKE_FAILED_AUTH;
        }
    }

    /**
     * Waits until one of several sockets or channels is ready. Each registered item has an index, counted from 0 in the order
     * of registering; those behind one that is unregistered move up. Used by one thread.
     */
    public static class Poller implements Closeable {
        /** Something can be received. */
        public static final int POLLIN = zmq.ZMQ.ZMQ_POLLIN;

        /** Something can be sent. */
        public static final int POLLOUT = zmq.ZMQ.ZMQ_POLLOUT;

        /** Something is wrong with a channel. */
        public static final int POLLERR = zmq.ZMQ.ZMQ_POLLERR;

        private static final int ROOM = 32;

        private final Context context;
        private final Selector selector;
        private final List<PollItem> items;
        private long timeout = -1;

        protected Poller(Context context) {
            this(context, ROOM);
        }

        protected Poller(Context context, int size) {
            this.context = context;
            items = new ArrayList<>(size);
            selector = context.selector();
        }

        /** Gives back what the poller needs of the system; its items stay as they are. */
        @Override
        public void close() {
            context.close(selector);
        }

        // Items

        /** Registers a socket for everything; its index. */
        public int register(Socket socket) {
            return register(socket, POLLIN | POLLOUT | POLLERR);
        }

        /** Registers a channel in non-blocking mode for everything; its index. */
        public int register(SelectableChannel channel) {
            return register(channel, POLLIN | POLLOUT | POLLERR);
        }

        /** Registers a socket for these bits; its index. */
        public int register(Socket socket, int events) {
            return register(new PollItem(socket, events));
        }

        /** Registers a channel in non-blocking mode for these bits; its index. */
        public int register(SelectableChannel channel, int events) {
            return register(new PollItem(channel, events));
        }

        /** Registers an item; its index. */
        public int register(PollItem item) {
            items.add(item);
            return items.size() - 1;
        }

        /** Unregisters all items of a socket. */
        public void unregister(Socket socket) {
            items.removeIf(item -> item != null && socket != null && item.socket == socket);
        }

        /** Unregisters all items of a channel. */
        public void unregister(SelectableChannel channel) {
            items.removeIf(item -> item != null && channel != null && item.getRawSocket() == channel);
        }

        /** The item with this index; null if there is none. */
        public PollItem getItem(int index) {
            return index < 0 || index >= items.size() ? null : items.get(index);
        }

        /** The socket with this index; null if there is none. */
        public Socket getSocket(int index) {
            PollItem item = getItem(index);
            return item == null ? null : item.socket;
        }

        /** How many items there are. */
        public int getSize() {
            return items.size();
        }

        /** @deprecated use {@link #getSize()} */
        @Deprecated
        public int getNext() {
            return getSize();
        }

        // Waiting

        /** @deprecated use {@link #poll(long)} */
        @Deprecated
        public long getTimeout() {
            return timeout;
        }

        /** @deprecated use {@link #poll(long)} */
        @Deprecated
        public void setTimeout(long timeout) {
            if (timeout >= -1) {
                this.timeout = timeout;
            }
        }

        /** Waits until an item is ready, for ever unless a timeout was set: see {@link #poll(long)}. */
        public int poll() {
            return poll(timeout);
        }

        /**
         * Waits until an item is ready.
         *
         * @param timeout milliseconds; 0 looks and does not wait, -1 waits for ever
         * @return how many are ready; 0 after the time or if there are no items; -1 if the context has ended, a socket or the
         *     poller is closed, or the thread was interrupted, whose flag stays set
         */
        public int poll(long timeout) {
            if (timeout < -1 || items.isEmpty()) {
                return 0;
            }
            zmq.poll.PollItem[] bases = new zmq.poll.PollItem[items.size()];
            for (int i = 0; i < bases.length; i++) {
                PollItem item = items.get(i);
                bases[i] = item == null ? null : item.base;
            }
            return zmq.ZMQ.poll(selector, bases, timeout);
        }

        /** If the item with this index can receive. */
        public boolean pollin(int index) {
            PollItem item = getItem(index);
            return item != null && item.isReadable();
        }

        /** If the item with this index can send. */
        public boolean pollout(int index) {
            PollItem item = getItem(index);
            return item != null && item.isWritable();
        }

        /** If something is wrong with the channel with this index. */
        public boolean pollerr(int index) {
            PollItem item = getItem(index);
            return item != null && item.isError();
        }
    }

    /** Error codes with their meaning in words; the numbers are those of {@link ZError}. */
    @SuppressWarnings("AvoidCommonTypeNames")
    public enum Error {
        NOERROR(0, "Nothing has failed"),
        ENOTSUP(ZError.ENOTSUP, "Sockets of this type or this library do not support it"),
        EPROTONOSUPPORT(ZError.EPROTONOSUPPORT, "The scheme of the endpoint is not supported"),
        ENOBUFS(ZError.ENOBUFS, "There is no memory for a buffer"),
        ENETDOWN(ZError.ENETDOWN, "The network is down"),
        EADDRINUSE(ZError.EADDRINUSE, "The address is in use already"),
        EADDRNOTAVAIL(ZError.EADDRNOTAVAIL, "The address is not one of this host, or its name is unknown"),
        ECONNREFUSED(ZError.ECONNREFUSED, "Nobody accepts connections there"),
        EINPROGRESS(ZError.EINPROGRESS, "It has been started and is not done yet"),
        EHOSTUNREACH(ZError.EHOSTUNREACH, "The peer is unknown or cannot be reached"),
        EMTHREAD(ZError.EMTHREAD, "There is no I/O thread for it"),
        EFSM(ZError.EFSM, "It is not its turn: the socket has to receive, or send, first"),
        ENOCOMPATPROTO(ZError.ENOCOMPATPROTO, "The scheme of the endpoint does not fit the type of the socket"),
        ETERM(ZError.ETERM, "The context has ended, or the socket is closed"),
        ENOTSOCK(ZError.ENOTSOCK, "It is no socket"),
        EAGAIN(ZError.EAGAIN, "It would have to wait: try again later"),
        ENOENT(ZError.ENOENT, "There is no such endpoint or file"),
        EINTR(ZError.EINTR, "The thread was interrupted while it waited"),
        EACCESS(ZError.EACCESS, "It is not permitted"),
        EFAULT(ZError.EFAULT, "An argument is missing or not usable"),
        EINVAL(ZError.EINVAL, "An argument is out of range"),
        EISCONN(ZError.EISCONN, "It is connected already"),
        ENOTCONN(ZError.ENOTCONN, "It is not connected"),
        EMSGSIZE(ZError.EMSGSIZE, "The message is too long"),
        EAFNOSUPPORT(ZError.EAFNOSUPPORT, "The address is of a family that is not supported"),
        ENETUNREACH(ZError.ENETUNREACH, "The network of the peer cannot be reached"),
        ECONNABORTED(ZError.ECONNABORTED, "The connection was given up"),
        ECONNRESET(ZError.ECONNRESET, "The peer has broken the connection off"),
        ETIMEDOUT(ZError.ETIMEDOUT, "The peer did not answer in time"),
        ENETRESET(ZError.ENETRESET, "The network has broken the connection off"),
        EIOEXC(ZError.EIOEXC, "An exception of input or output"),
        ESOCKET(ZError.ESOCKET, "An exception of a socket of the system"),
        EMFILE(ZError.EMFILE, "Too many sockets are open"),
        EPROTO(ZError.EPROTO, "The peer has broken the protocol");

        private final int code;
        private final String message;

        Error(int code, String message) {
            this.code = code;
            this.message = message;
        }

        /**
         * The one with this number; {@link #NOERROR} if it is 0 or less.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Error findByCode(int code) {
            for (Error error : values()) {
                if (error.code == Math.max(code, 0)) {
                    return error;
                }
            }
            throw new IllegalArgumentException("no error has the number " + code);
        }

        public int getCode() {
            return code;
        }

        public String getMessage() {
            return message;
        }
    }
}
