package zmq;

import io.zmq4j.jeromq.EventFrame;
import io.zmq4j.jeromq.PollLoop;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import zmq.io.Metadata;
import zmq.io.mechanism.Mechanisms;
import zmq.io.net.SelectorProviderChooser;
import zmq.msg.MsgAllocator;
import zmq.msg.MsgAllocatorThreshold;
import zmq.poll.PollItem;
import zmq.util.Utils;

/** The functions and constants that {@link org.zeromq.ZMQ} stands on, by number and without its classes. */
// Programs have the arrays compiled in.
@SuppressWarnings("MutablePublicArray")
public class ZMQ {

    // The version of ØMQ's API that this one follows

    public static final int ZMQ_VERSION_MAJOR = 4;
    public static final int ZMQ_VERSION_MINOR = 1;
    public static final int ZMQ_VERSION_PATCH = 7;

    // Options of a context

    public static final int ZMQ_IO_THREADS = 1;
    public static final int ZMQ_MAX_SOCKETS = 2;
    public static final int ZMQ_IO_THREADS_DFLT = 1;
    public static final int ZMQ_MAX_SOCKETS_DFLT = 1024;

    // Socket types

    public static final int ZMQ_PAIR = 0;
    public static final int ZMQ_PUB = 1;
    public static final int ZMQ_SUB = 2;
    public static final int ZMQ_REQ = 3;
    public static final int ZMQ_REP = 4;
    public static final int ZMQ_DEALER = 5;
    public static final int ZMQ_ROUTER = 6;
    public static final int ZMQ_PULL = 7;
    public static final int ZMQ_PUSH = 8;
    public static final int ZMQ_XPUB = 9;
    public static final int ZMQ_XSUB = 10;
    public static final int ZMQ_STREAM = 11;
    public static final int ZMQ_SERVER = 12;
    public static final int ZMQ_CLIENT = 13;
    public static final int ZMQ_RADIO = 14;
    public static final int ZMQ_DISH = 15;
    public static final int ZMQ_CHANNEL = 16;
    public static final int ZMQ_PEER = 17;
    public static final int ZMQ_RAW = 18;
    public static final int ZMQ_SCATTER = 19;
    public static final int ZMQ_GATHER = 20;

    // Use ZMQ_DEALER
    public static final int ZMQ_XREQ = 5;

    // Use ZMQ_ROUTER
    public static final int ZMQ_XREP = 6;

    // Options of a socket

    public static final int ZMQ_AFFINITY = 4;
    public static final int ZMQ_IDENTITY = 5;
    public static final int ZMQ_SUBSCRIBE = 6;
    public static final int ZMQ_UNSUBSCRIBE = 7;
    public static final int ZMQ_RATE = 8;
    public static final int ZMQ_RECOVERY_IVL = 9;
    public static final int ZMQ_SNDBUF = 11;
    public static final int ZMQ_RCVBUF = 12;
    public static final int ZMQ_RCVMORE = 13;
    public static final int ZMQ_FD = 14;
    public static final int ZMQ_EVENTS = 15;
    public static final int ZMQ_TYPE = 16;
    public static final int ZMQ_LINGER = 17;
    public static final int ZMQ_RECONNECT_IVL = 18;
    public static final int ZMQ_BACKLOG = 19;
    public static final int ZMQ_RECONNECT_IVL_MAX = 21;
    public static final int ZMQ_MAXMSGSIZE = 22;
    public static final int ZMQ_SNDHWM = 23;
    public static final int ZMQ_RCVHWM = 24;
    public static final int ZMQ_MULTICAST_HOPS = 25;
    public static final int ZMQ_RCVTIMEO = 27;
    public static final int ZMQ_SNDTIMEO = 28;
    public static final int ZMQ_LAST_ENDPOINT = 32;
    public static final int ZMQ_ROUTER_MANDATORY = 33;
    public static final int ZMQ_TCP_KEEPALIVE = 34;
    public static final int ZMQ_TCP_KEEPALIVE_CNT = 35;
    public static final int ZMQ_TCP_KEEPALIVE_IDLE = 36;
    public static final int ZMQ_TCP_KEEPALIVE_INTVL = 37;
    public static final int ZMQ_IMMEDIATE = 1039;
    public static final int ZMQ_XPUB_VERBOSE = 40;
    public static final int ZMQ_ROUTER_RAW = 41;
    public static final int ZMQ_IPV6 = 42;
    public static final int ZMQ_MECHANISM = 43;
    public static final int ZMQ_PLAIN_SERVER = 44;
    public static final int ZMQ_PLAIN_USERNAME = 45;
    public static final int ZMQ_PLAIN_PASSWORD = 46;
    public static final int ZMQ_CURVE_SERVER = 47;
    public static final int ZMQ_CURVE_PUBLICKEY = 48;
    public static final int ZMQ_CURVE_SECRETKEY = 49;
    public static final int ZMQ_CURVE_SERVERKEY = 50;
    public static final int ZMQ_PROBE_ROUTER = 51;
    public static final int ZMQ_REQ_CORRELATE = 52;
    public static final int ZMQ_REQ_RELAXED = 53;
    public static final int ZMQ_CONFLATE = 54;
    public static final int ZMQ_ZAP_DOMAIN = 55;
    public static final int ZMQ_ROUTER_HANDOVER = 56;
    public static final int ZMQ_TOS = 57;
    public static final int ZMQ_CONNECT_RID = 61;
    public static final int ZMQ_GSSAPI_SERVER = 62;
    public static final int ZMQ_GSSAPI_PRINCIPAL = 63;
    public static final int ZMQ_GSSAPI_SERVICE_PRINCIPAL = 64;
    public static final int ZMQ_GSSAPI_PLAINTEXT = 65;
    public static final int ZMQ_HANDSHAKE_IVL = 66;
    public static final int ZMQ_SOCKS_PROXY = 67;
    public static final int ZMQ_XPUB_NODROP = 69;
    public static final int ZMQ_BLOCKY = 70;
    public static final int ZMQ_XPUB_MANUAL = 71;
    public static final int ZMQ_HEARTBEAT_IVL = 75;
    public static final int ZMQ_HEARTBEAT_TTL = 76;
    public static final int ZMQ_HEARTBEAT_TIMEOUT = 77;
    public static final int ZMQ_XPUB_VERBOSER = 78;

    // Use ZMQ_XPUB_VERBOSER
    public static final int ZMQ_XPUB_VERBOSE_UNSUBSCRIBE = 78;

    public static final int ZMQ_HELLO_MSG = 79;
    public static final int ZMQ_AS_TYPE = 80;
    public static final int ZMQ_DISCONNECT_MSG = 81;
    public static final int ZMQ_HICCUP_MSG = 82;
    public static final int ZMQ_SELFADDR_PROPERTY_NAME = 83;

    // Without effect
    public static final int ZMQ_ENCODER = 1001;

    // Without effect
    public static final int ZMQ_DECODER = 1002;

    public static final int ZMQ_MSG_ALLOCATOR = 1003;
    public static final int ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD = 1004;
    public static final int ZMQ_HEARTBEAT_CONTEXT = 1005;
    public static final int ZMQ_SELECTOR_PROVIDERCHOOSER = 1006;

    // Options of a message and flags

    public static final int ZMQ_MORE = 1;
    public static final int ZMQ_DONTWAIT = 1;
    public static final int ZMQ_SNDMORE = 2;

    // Not supported
    public static final int ZMQ_TCP_ACCEPT_FILTER = 38;

    // Use ZMQ_IPV6, its opposite
    public static final int ZMQ_IPV4ONLY = 31;

    // Use ZMQ_IMMEDIATE, its opposite
    public static final int ZMQ_DELAY_ATTACH_ON_CONNECT = 39;

    // Use ZMQ_DONTWAIT
    public static final int ZMQ_NOBLOCK = 1;

    // Use ZMQ_ROUTER_MANDATORY
    public static final int ZMQ_FAIL_UNROUTABLE = 33;

    // Use ZMQ_ROUTER_MANDATORY
    public static final int ZMQ_ROUTER_BEHAVIOR = 33;

    // Events of a monitored socket

    public static final int ZMQ_EVENT_CONNECTED = 1;
    public static final int ZMQ_EVENT_CONNECT_DELAYED = 2;
    public static final int ZMQ_EVENT_CONNECT_RETRIED = 4;
    public static final int ZMQ_EVENT_LISTENING = 8;
    public static final int ZMQ_EVENT_BIND_FAILED = 16;
    public static final int ZMQ_EVENT_ACCEPTED = 32;
    public static final int ZMQ_EVENT_ACCEPT_FAILED = 64;
    public static final int ZMQ_EVENT_CLOSED = 128;
    public static final int ZMQ_EVENT_CLOSE_FAILED = 256;
    public static final int ZMQ_EVENT_DISCONNECTED = 512;
    public static final int ZMQ_EVENT_MONITOR_STOPPED = 1024;
    public static final int ZMQ_EVENT_HANDSHAKE_PROTOCOL = 32768;
    public static final int ZMQ_EVENT_ALL = 0xffff;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL = 2048;
    public static final int ZMQ_EVENT_HANDSHAKE_SUCCEEDED = 4096;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL = 8192;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_AUTH = 16384;

    // How a peer has broken the protocol

    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED = 0x10000000;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND = 0x10000001;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE = 0x10000002;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE = 0x10000003;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED = 0x10000011;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE = 0x10000012;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO = 0x10000013;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE = 0x10000014;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR = 0x10000015;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY = 0x10000016;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME = 0x10000017;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA = 0x10000018;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC = 0x11000001;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH = 0x11000002;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED = 0x20000000;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY = 0x20000001;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID = 0x20000002;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION = 0x20000003;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE = 0x20000004;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA = 0x20000005;
    public static final int ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED = 0x30000000;

    // What a poll waits for

    public static final int ZMQ_POLLIN = 1;
    public static final int ZMQ_POLLOUT = 2;
    public static final int ZMQ_POLLERR = 4;

    // All devices do the same
    public static final int ZMQ_STREAMER = 1;

    // All devices do the same
    public static final int ZMQ_FORWARDER = 2;

    // All devices do the same
    public static final int ZMQ_QUEUE = 3;

    // Bytes and texts

    public static final byte[] MESSAGE_SEPARATOR = {};
    public static final byte[] SUBSCRIPTION_ALL = {};
    public static final Charset CHARSET = StandardCharsets.UTF_8;
    public static final byte[] PROXY_PAUSE = "PAUSE".getBytes(CHARSET);
    public static final byte[] PROXY_RESUME = "RESUME".getBytes(CHARSET);
    public static final byte[] PROXY_TERMINATE = "TERMINATE".getBytes(CHARSET);

    // What a socket option is unless set

    /** If the system properties {@code java.net.preferIPv4Stack} or {@code java.net.preferIPv6Addresses} ask for IPv6. */
    public static final boolean PREFER_IPV6 = "false".equalsIgnoreCase(System.getProperty("java.net.preferIPv4Stack"))
            || "true".equalsIgnoreCase(System.getProperty("java.net.preferIPv6Addresses"));

    public static final int DEFAULT_AFFINITY = 0;
    public static final boolean DEFAULT_AS_SERVER = false;
    public static final int DEFAULT_AS_TYPE = -1;
    public static final int DEFAULT_BACKLOG = 100;
    public static final boolean DEFAULT_CONFLATE = false;
    public static final Msg DEFAULT_DISCONNECT_MSG = null;
    public static final boolean DEFAULT_GSS_PLAINTEXT = false;
    public static final int DEFAULT_HANDSHAKE_IVL = 30000;
    public static final byte[] DEFAULT_HEARTBEAT_CONTEXT = {};
    public static final int DEFAULT_HEARTBEAT_INTERVAL = 0;
    public static final int DEFAULT_HEARTBEAT_TIMEOUT = -1;
    public static final int DEFAULT_HEARTBEAT_TTL = 0;
    public static final Msg DEFAULT_HELLO_MSG = null;
    public static final Msg DEFAULT_HICCUP_MSG = null;
    public static final byte[] DEFAULT_IDENTITY = {};
    public static final boolean DEFAULT_IMMEDIATE = true;
    public static final boolean DEFAULT_IPV6 = PREFER_IPV6;
    public static final int DEFAULT_LINGER = -1;
    public static final long DEFAULT_MAX_MSG_SIZE = -1L;
    public static final Mechanisms DEFAULT_MECHANISM = Mechanisms.NULL;
    public static final int DEFAULT_ALLOCATION_HEAP_THRESHOLD = 1048576;
    public static final MsgAllocator DEFAULT_MSG_ALLOCATOR =
            new MsgAllocatorThreshold(DEFAULT_ALLOCATION_HEAP_THRESHOLD);
    public static final int DEFAULT_RECONNECT_IVL = 100;
    public static final int DEFAULT_RECONNECT_IVL_MAX = 0;
    public static final int DEFAULT_RECV_HWM = 1000;
    public static final int DEFAULT_RECV_TIMEOUT = -1;
    public static final int DEFAULT_RCVBUF = 0;
    public static final int DEFAULT_RATE = 100;
    public static final int DEFAULT_RECOVERY_IVL = 10000;
    public static final String DEFAULT_SELF_ADDRESS_PROPERTY_NAME = null;
    public static final int DEFAULT_SEND_HWM = 1000;
    public static final int DEFAULT_SEND_TIMEOUT = -1;
    public static final SelectorProviderChooser DEFAULT_SELECTOR_CHOOSER = null;
    public static final int DEFAULT_SNDBUF = 0;
    public static final String DEFAULT_SOCKS_PROXY_ADDRESS = null;
    public static final int DEFAULT_TCP_KEEP_ALIVE = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_CNT = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_IDLE = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_INTVL = -1;
    public static final int DEFAULT_TOS = 0;
    public static final int DEFAULT_TYPE = -1;
    public static final int DEFAULT_MULTICAST_HOPS = 1;
    public static final String DEFAULT_ZAP_DOMAIN = "";

    public ZMQ() {}

    // Contexts

    /** A new context with one I/O thread. */
    public static Ctx createContext() {
        return new Ctx();
    }

    /**
     * A new context.
     *
     * @throws IllegalArgumentException if the number of I/O threads is negative
     */
    public static Ctx init(int ioThreads) {
        Utils.checkArgument(ioThreads >= 0, "a context has 0 or more I/O threads, not " + ioThreads);
        Ctx ctx = createContext();
        ctx.set(ZMQ_IO_THREADS, ioThreads);
        return ctx;
    }

    /** Ends a context: see {@link Ctx#terminate()}. */
    public static void term(Ctx ctx) {
        active(ctx).terminate();
    }

    public static void setContextOption(Ctx ctx, int option, int optval) {
        active(ctx).set(option, optval);
    }

    public static int getContextOption(Ctx ctx, int option) {
        return active(ctx).get(option);
    }

    private static Ctx active(Ctx ctx) {
        if (ctx == null || !ctx.isActive()) {
            throw new IllegalStateException("there is no context, or it has ended");
        }
        return ctx;
    }

    // Sockets

    public static SocketBase socket(Ctx ctx, int type) {
        return active(ctx).createSocket(type);
    }

    public static void close(SocketBase s) {
        open(s).close();
    }

    /** Closes a socket; what is unsent is lost. */
    public static void closeZeroLinger(SocketBase s) {
        open(s).setSocketOpt(ZMQ_LINGER, 0);
        s.close();
    }

    public static boolean setSocketOption(SocketBase s, int option, Object optval) {
        return open(s).setSocketOpt(option, optval);
    }

    /** An option that is a number or a switch; -1 if the socket is closed. */
    public static int getSocketOption(SocketBase s, int opt) {
        return s.getSocketOpt(opt);
    }

    /** An option of any kind; null if the socket is closed. */
    public static Object getSocketOptionExt(SocketBase s, int option) {
        return open(s).getSocketOptx(option);
    }

    public static boolean monitorSocket(SocketBase s, String addr, int events) {
        return open(s).monitor(addr, events);
    }

    public static boolean bind(SocketBase s, String addr) {
        return open(s).bind(addr);
    }

    public static boolean unbind(SocketBase s, String addr) {
        return open(s).termEndpoint(addr);
    }

    public static boolean connect(SocketBase s, String addr) {
        return open(s).connect(addr);
    }

    public static boolean disconnect(SocketBase s, String addr) {
        return open(s).termEndpoint(addr);
    }

    public static int connectPeer(SocketBase s, String addr) {
        return open(s).connectPeer(addr);
    }

    public static boolean disconnectPeer(SocketBase s, int routingId) {
        return open(s).disconnectPeer(routingId);
    }

    public static boolean join(SocketBase s, String group) {
        return open(s).join(group);
    }

    public static boolean leave(SocketBase s, String group) {
        return open(s).leave(group);
    }

    private static SocketBase open(SocketBase s) {
        if (s == null || s.socket().isClosed()) {
            throw new IllegalStateException("there is no socket, or it is closed");
        }
        return s;
    }

    // Sending. Each gives the bytes of the frame, or -1 if it was not sent

    public static int send(SocketBase s, String str, int flags) {
        return send(s, str.getBytes(CHARSET), flags);
    }

    /** Sends a copy of an array as a frame. */
    public static int send(SocketBase s, byte[] buf, int flags) {
        return send(s, buf, buf.length, flags);
    }

    /** Sends a copy of the first bytes of an array as a frame. */
    public static int send(SocketBase s, byte[] buf, int len, int flags) {
        Objects.checkFromIndexSize(0, len, buf.length);
        return open(s).send(Arrays.copyOf(buf, len), flags) ? len : -1;
    }

    public static int send(SocketBase s, Msg msg, int flags) {
        return sendMsg(s, msg, flags);
    }

    public static int sendMsg(SocketBase s, Msg msg, int flags) {
        int size = msg.size();
        return s.send(msg, flags) ? size : -1;
    }

    /** Sends arrays as the frames of one message; false if there are none, or it was not sent. */
    public static boolean sendMsg(SocketBase s, byte[]... data) {
        for (int i = 0; i < data.length; i++) {
            if (!s.send(data[i], i < data.length - 1 ? ZMQ_SNDMORE : 0)) {
                return false;
            }
        }
        return data.length > 0;
    }

    /** Sends arrays as frames, all with these flags, but the last without SNDMORE; how many, or -1 if one was not sent. */
    public int sendiov(SocketBase s, byte[][] a, int count, int flags) {
        open(s);
        for (int i = 0; i < count; i++) {
            if (!s.send(a[i], i < count - 1 ? flags : flags & ~ZMQ_SNDMORE)) {
                return -1;
            }
        }
        return count;
    }

    // Receiving

    /** Receives a frame; null if there is none. */
    public static Msg recv(SocketBase s, int flags) {
        return recvMsg(open(s), flags);
    }

    /** Receives a frame; null if there is none. */
    public static Msg recvMsg(SocketBase s, int flags) {
        return s.recv(flags);
    }

    /** Receives up to so many frames of one message into an array; how many, or -1 if one could not be received. */
    public int recviov(SocketBase s, byte[][] a, int count, int flags) {
        open(s);
        int received = 0;
        boolean more = true;
        while (more && received < count) {
            Msg frame = recvMsg(s, flags);
            if (frame == null) {
                return -1;
            }
            a[received++] = frame.data();
            more = frame.hasMore();
        }
        return received;
    }

    // Frames

    public static Msg msgInit() {
        return new Msg();
    }

    public static Msg msgInitWithSize(int size) {
        return new Msg(size);
    }

    public static int msgSize(Msg msg) {
        return msg.size();
    }

    /** The only option is {@link #ZMQ_MORE}: 1 if another frame of the message follows. */
    public static int getMessageOption(Msg msg, int option) {
        Utils.checkArgument(option == ZMQ_MORE, "a message has the option ZMQ_MORE, not " + option);
        return msg.hasMore() ? 1 : 0;
    }

    /** What the peer or its authentication has told under this name; null if nothing. */
    public static String getMessageMetadata(Msg msg, String property) {
        Metadata metadata = msg.getMetadata();
        return metadata == null ? null : metadata.get(property);
    }

    public boolean setMessageRoutingId(Msg msg, int routingId) {
        return msg.setRoutingId(routingId);
    }

    public int getMessageRoutingId(Msg msg) {
        return msg.getRoutingId();
    }

    public boolean setMessageGroup(Msg msg, String group) {
        return msg.setGroup(group);
    }

    public String getMessageGroup(Msg msg) {
        return msg.getGroup();
    }

    // Polling and proxies

    public static int poll(Selector selector, PollItem[] items, long timeout) {
        return poll(selector, items, items.length, timeout);
    }

    /**
     * Waits, in the selector, until one of the first {@code count} items is ready.
     *
     * @param timeout milliseconds; 0 looks and does not wait, a negative one waits for ever
     * @return how many are ready; 0 after the time; -1 if a context has ended, a socket or the selector is closed, or the thread
     *     was interrupted, whose flag stays set
     */
    public static int poll(Selector selector, PollItem[] items, int count, long timeout) {
        Utils.checkArgument(items != null, "there are no items to poll");
        return PollLoop.poll(selector, items, count, timeout);
    }

    /** Passes messages between two sockets, and copies of them to the third, until one is closed or the context has ended. */
    public static boolean proxy(SocketBase frontend, SocketBase backend, SocketBase capture) {
        return proxy(frontend, backend, capture, null);
    }

    /** The same, which obeys commands from the fourth; true if it was told to end. */
    public static boolean proxy(SocketBase frontend, SocketBase backend, SocketBase capture, SocketBase control) {
        Utils.checkArgument(frontend != null, "a proxy needs a frontend");
        Utils.checkArgument(backend != null, "a proxy needs a backend");
        return new Forwarding(frontend, backend, capture, control).run();
    }

    /** {@link #proxy(SocketBase, SocketBase, SocketBase)} without capture, whatever the type. */
    public static boolean device(int device, SocketBase frontend, SocketBase backend) {
        return proxy(frontend, backend, null);
    }

    // Time, versions and errors

    public static void sleep(long seconds) {
        sleep(seconds, TimeUnit.SECONDS);
    }

    public static void msleep(long milliseconds) {
        sleep(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Sleeps; an interrupt ends it, and its flag stays set. */
    public static void sleep(long amount, TimeUnit unit) {
        try {
            unit.sleep(amount);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The time in nanoseconds, to be given to {@link #stopStopwatch}. */
    public static long startStopwatch() {
        return System.nanoTime();
    }

    /** How many microseconds have passed since. */
    public static long stopStopwatch(long watch) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - watch);
    }

    /** A version as one number that can be compared with others. */
    public static int makeVersion(int major, int minor, int patch) {
        return major * 10000 + minor * 100 + patch;
    }

    /** What an error code means, in words. */
    public static String strerror(int errno) {
        return ZError.toString(errno);
    }

    /** Something that happened to a socket that is watched. Its {@code arg} is a number, a channel or null, by the kind of event. */
    public static class Event {
        public final int event;
        public final String addr;
        public final Object arg;
        private final SelectableChannel channel;

        public Event(int event, String addr, Object arg) {
            this(event, addr, arg, arg instanceof SelectableChannel given ? given : null);
        }

        private Event(int event, String addr, Object arg, SelectableChannel channel) {
            this.event = event;
            this.addr = addr;
            this.arg = arg;
            this.channel = channel;
        }

        /** Sends the event as one frame; false as {@link SocketBase#send} gives it. */
        public boolean write(SocketBase socket) {
            return socket.send(new Msg(new EventFrame(event, addr, arg).toBytes()), 0);
        }

        /** As {@link #getChannel(Ctx)}. */
        public SelectableChannel getChannel(SocketBase socket) {
            return channel;
        }

        /**
         * What tells of the connection or listener which the event is about: its addresses, and nothing to read or write; null if
         * it is about none.
         */
        public SelectableChannel getChannel(Ctx ctx) {
            return channel;
        }

        /**
         * Receives the frame of an event from a monitor's address; of one about a channel, {@code arg} is 0 and {@link #getChannel}
         * tells more.
         *
         * @return null if there is none, for the reason in the socket's {@code errno}
         * @throws IllegalArgumentException if what came is no event
         */
        public static Event read(SocketBase socket, int flags) {
            Msg frame = socket.recv(flags);
            if (frame == null) {
                return null;
            }
            EventFrame read = EventFrame.of(frame.data());
            return read.argument() instanceof SelectableChannel channel
                    ? new Event(read.event(), read.address(), 0, channel)
                    : new Event(read.event(), read.address(), read.argument());
        }

        /** As above, waiting. */
        public static Event read(SocketBase socket) {
            return read(socket, 0);
        }
    }

    /** Gets a socket's events by {@link SocketBase#setEventHook}, on a thread of the library's. */
    public interface EventConsummer {
        /** An event; what is thrown is logged. */
        void consume(Event event);

        /** The last call: the monitor has ended. */
        default void close() {}
    }
}
