package zmq;

import io.zmq4j.jeromq.EventFrame;
import java.nio.channels.SelectableChannel;

public class ZMQ {
    public static final int ZMQ_VERSION_MAJOR = 4;
    public static final int ZMQ_VERSION_MINOR = 1;
    public static final int ZMQ_VERSION_PATCH = 7;
    public static final int ZMQ_IO_THREADS = 1;
    public static final int ZMQ_MAX_SOCKETS = 2;
    public static final int ZMQ_IO_THREADS_DFLT = 1;
    public static final int ZMQ_MAX_SOCKETS_DFLT = 1024;
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
    public static final int ZMQ_XREQ = 5;
    public static final int ZMQ_XREP = 6;
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
    public static final int ZMQ_XPUB_VERBOSE_UNSUBSCRIBE = 78;
    public static final int ZMQ_HELLO_MSG = 79;
    public static final int ZMQ_AS_TYPE = 80;
    public static final int ZMQ_DISCONNECT_MSG = 81;
    public static final int ZMQ_HICCUP_MSG = 82;
    public static final int ZMQ_SELFADDR_PROPERTY_NAME = 83;
    public static final int ZMQ_ENCODER = 1001;
    public static final int ZMQ_DECODER = 1002;
    public static final int ZMQ_MSG_ALLOCATOR = 1003;
    public static final int ZMQ_MSG_ALLOCATION_HEAP_THRESHOLD = 1004;
    public static final int ZMQ_HEARTBEAT_CONTEXT = 1005;
    public static final int ZMQ_SELECTOR_PROVIDERCHOOSER = 1006;
    public static final int ZMQ_MORE = 1;
    public static final int ZMQ_DONTWAIT = 1;
    public static final int ZMQ_SNDMORE = 2;
    public static final int ZMQ_TCP_ACCEPT_FILTER = 38;
    public static final int ZMQ_IPV4ONLY = 31;
    public static final int ZMQ_DELAY_ATTACH_ON_CONNECT = 39;
    public static final int ZMQ_NOBLOCK = 1;
    public static final int ZMQ_FAIL_UNROUTABLE = 33;
    public static final int ZMQ_ROUTER_BEHAVIOR = 33;
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
    public static final int ZMQ_EVENT_ALL = 65535;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL = 2048;
    public static final int ZMQ_EVENT_HANDSHAKE_SUCCEEDED = 4096;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL = 8192;
    public static final int ZMQ_EVENT_HANDSHAKE_FAILED_AUTH = 16384;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED = 268435456;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND = 268435457;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE = 268435458;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE = 268435459;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED = 268435473;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE = 268435474;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO = 268435475;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE = 268435476;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR = 268435477;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY = 268435478;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME = 268435479;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA = 268435480;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC = 285212673;
    public static final int ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH = 285212674;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED = 536870912;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY = 536870913;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID = 536870914;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION = 536870915;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE = 536870916;
    public static final int ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA = 536870917;
    public static final int ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED = 805306368;
    public static final int ZMQ_POLLIN = 1;
    public static final int ZMQ_POLLOUT = 2;
    public static final int ZMQ_POLLERR = 4;
    public static final int ZMQ_STREAMER = 1;
    public static final int ZMQ_FORWARDER = 2;
    public static final int ZMQ_QUEUE = 3;
    public static final byte[] MESSAGE_SEPARATOR = new byte[] {};
    public static final byte[] SUBSCRIPTION_ALL = new byte[] {};
    public static final java.nio.charset.Charset CHARSET = null; // UTF-8
    public static final byte[] PROXY_PAUSE = new byte[] {80, 65, 85, 83, 69};
    public static final byte[] PROXY_RESUME = new byte[] {82, 69, 83, 85, 77, 69};
    public static final byte[] PROXY_TERMINATE = new byte[] {84, 69, 82, 77, 73, 78, 65, 84, 69};
    public static final int DEFAULT_AFFINITY = 0;
    public static final boolean DEFAULT_AS_SERVER = false;
    public static final int DEFAULT_AS_TYPE = -1;
    public static final int DEFAULT_BACKLOG = 100;
    public static final boolean DEFAULT_CONFLATE = false;
    public static final zmq.Msg DEFAULT_DISCONNECT_MSG = null; // null
    public static final boolean DEFAULT_GSS_PLAINTEXT = false;
    public static final int DEFAULT_HANDSHAKE_IVL = 30000;
    public static final byte[] DEFAULT_HEARTBEAT_CONTEXT = new byte[] {};
    public static final int DEFAULT_HEARTBEAT_INTERVAL = 0;
    public static final int DEFAULT_HEARTBEAT_TIMEOUT = -1;
    public static final int DEFAULT_HEARTBEAT_TTL = 0;
    public static final zmq.Msg DEFAULT_HELLO_MSG = null; // null
    public static final zmq.Msg DEFAULT_HICCUP_MSG = null; // null
    public static final byte[] DEFAULT_IDENTITY = new byte[] {};
    public static final boolean DEFAULT_IMMEDIATE = true;
    public static final boolean DEFAULT_IPV6 = false;
    public static final int DEFAULT_LINGER = -1;
    public static final long DEFAULT_MAX_MSG_SIZE = -1L;
    public static final zmq.io.mechanism.Mechanisms DEFAULT_MECHANISM = null; // NULL
    public static final int DEFAULT_ALLOCATION_HEAP_THRESHOLD = 1048576;
    public static final zmq.msg.MsgAllocator DEFAULT_MSG_ALLOCATOR = null; // zmq.msg.MsgAllocatorThreshold@5ab14cb9
    public static final int DEFAULT_RECONNECT_IVL = 100;
    public static final int DEFAULT_RECONNECT_IVL_MAX = 0;
    public static final int DEFAULT_RECV_HWM = 1000;
    public static final int DEFAULT_RECV_TIMEOUT = -1;
    public static final int DEFAULT_RCVBUF = 0;
    public static final int DEFAULT_RATE = 100;
    public static final int DEFAULT_RECOVERY_IVL = 10000;
    public static final java.lang.String DEFAULT_SELF_ADDRESS_PROPERTY_NAME = null; // null
    public static final int DEFAULT_SEND_HWM = 1000;
    public static final int DEFAULT_SEND_TIMEOUT = -1;
    public static final zmq.io.net.SelectorProviderChooser DEFAULT_SELECTOR_CHOOSER = null; // null
    public static final int DEFAULT_SNDBUF = 0;
    public static final java.lang.String DEFAULT_SOCKS_PROXY_ADDRESS = null; // null
    public static final int DEFAULT_TCP_KEEP_ALIVE = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_CNT = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_IDLE = -1;
    public static final int DEFAULT_TCP_KEEP_ALIVE_INTVL = -1;
    public static final int DEFAULT_TOS = 0;
    public static final int DEFAULT_TYPE = -1;
    public static final int DEFAULT_MULTICAST_HOPS = 1;
    public static final java.lang.String DEFAULT_ZAP_DOMAIN = "";
    public static final boolean PREFER_IPV6 = false;

    public ZMQ() {
        throw new UnsupportedOperationException();
    }

    public static boolean bind(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static void close(zmq.SocketBase arg0) {
        throw new UnsupportedOperationException();
    }

    public static void closeZeroLinger(zmq.SocketBase arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean connect(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static int connectPeer(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Ctx createContext() {
        throw new UnsupportedOperationException();
    }

    public static boolean device(int arg0, zmq.SocketBase arg1, zmq.SocketBase arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean disconnect(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static boolean disconnectPeer(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static int getContextOption(zmq.Ctx arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getMessageGroup(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String getMessageMetadata(zmq.Msg arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static int getMessageOption(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public int getMessageRoutingId(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public static int getSocketOption(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.Object getSocketOptionExt(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Ctx init(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean join(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static boolean leave(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static int makeVersion(int arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean monitorSocket(zmq.SocketBase arg0, java.lang.String arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg msgInit() {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg msgInitWithSize(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static int msgSize(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public static void msleep(long arg0) {
        throw new UnsupportedOperationException();
    }

    public static int poll(java.nio.channels.Selector arg0, zmq.poll.PollItem[] arg1, int arg2, long arg3) {
        throw new UnsupportedOperationException();
    }

    public static int poll(java.nio.channels.Selector arg0, zmq.poll.PollItem[] arg1, long arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean proxy(zmq.SocketBase arg0, zmq.SocketBase arg1, zmq.SocketBase arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean proxy(zmq.SocketBase arg0, zmq.SocketBase arg1, zmq.SocketBase arg2, zmq.SocketBase arg3) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg recv(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg recvMsg(zmq.SocketBase arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public int recviov(zmq.SocketBase arg0, byte[][] arg1, int arg2, int arg3) {
        throw new UnsupportedOperationException();
    }

    public static int send(zmq.SocketBase arg0, byte[] arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static int send(zmq.SocketBase arg0, byte[] arg1, int arg2, int arg3) {
        throw new UnsupportedOperationException();
    }

    public static int send(zmq.SocketBase arg0, java.lang.String arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static int send(zmq.SocketBase arg0, zmq.Msg arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static boolean sendMsg(zmq.SocketBase arg0, byte[]... arg1) {
        throw new UnsupportedOperationException();
    }

    public static int sendMsg(zmq.SocketBase arg0, zmq.Msg arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public int sendiov(zmq.SocketBase arg0, byte[][] arg1, int arg2, int arg3) {
        throw new UnsupportedOperationException();
    }

    public static void setContextOption(zmq.Ctx arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public boolean setMessageGroup(zmq.Msg arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean setMessageRoutingId(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static boolean setSocketOption(zmq.SocketBase arg0, int arg1, java.lang.Object arg2) {
        throw new UnsupportedOperationException();
    }

    public static void sleep(long arg0) {
        throw new UnsupportedOperationException();
    }

    public static void sleep(long arg0, java.util.concurrent.TimeUnit arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.SocketBase socket(zmq.Ctx arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static long startStopwatch() {
        throw new UnsupportedOperationException();
    }

    public static long stopStopwatch(long arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String strerror(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static void term(zmq.Ctx arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean unbind(zmq.SocketBase arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
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
