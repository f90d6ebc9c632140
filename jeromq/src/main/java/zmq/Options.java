package zmq;

import io.zmq4j.jeromq.OptionTable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zmq.io.coder.IDecoder;
import zmq.io.coder.IEncoder;
import zmq.io.mechanism.Mechanisms;
import zmq.io.net.SelectorProviderChooser;
import zmq.msg.MsgAllocator;
import zmq.util.Errno;

/**
 * The values that a socket was given for its options, as far as they are not asked of the socket itself. To change a field changes
 * nothing of a socket: {@link SocketBase#setSocketOpt} does.
 */
public class Options {
    /** Bytes in a CURVE key. */
    public static final int CURVE_KEYSIZE = 32;

    /** Characters in a CURVE key as Z85. */
    public static final int CURVE_KEYSIZE_Z85 = 40;

    private static final int MOST_PENDING = 100;
    private static final int HANDSHAKE_MILLIS = 30_000;
    private static final int RECOVERY_MILLIS = 10_000;
    private static final int HEAP_THRESHOLD_BYTES = 1 << 20;

    /** Most messages queued to a peer; 0 for no limit. */
    public int sendHwm = 1000;

    /** Most messages queued from a peer; 0 for no limit. */
    public int recvHwm = 1000;

    /** Bits of I/O threads; without effect. */
    public long affinity;

    /** The length of {@link #identity}. */
    public short identitySize;

    /** By what a ROUTER knows this socket; empty for none. */
    public byte[] identity = {};

    /** The kernel's send buffer in bytes; 0 for the system's. */
    public int sndbuf;

    /** The kernel's receive buffer in bytes; 0 for the system's. */
    public int rcvbuf;

    /** The type-of-service byte. */
    public int tos;

    /** The socket's type; -1 for none. */
    public int type = -1;

    /** Milliseconds that a closed socket goes on sending; -1 for no limit. */
    public int linger = -1;

    /** Milliseconds before a lost connection is tried again; -1 for never. */
    public int reconnectIvl = 100;

    /** Milliseconds up to which that wait doubles; 0 if it does not. */
    public int reconnectIvlMax;

    /** Most connections that wait to be accepted. */
    public int backlog = MOST_PENDING;

    /** Largest message in bytes; -1 for no limit. */
    public long maxMsgSize = -1;

    /** Milliseconds a receive waits; -1 for no limit. */
    public int recvTimeout = -1;

    /** Milliseconds a send waits; -1 for no limit. */
    public int sendTimeout = -1;

    /** Whether IPv6 is used. */
    public boolean ipv6;

    /** Whether a connect gets messages before its handshake is done. */
    public boolean immediate = true;

    /** The SOCKS proxy that connects go through, as host:port; null for none. */
    public @Nullable String socksProxyAddress;

    /** TCP keep-alive: 0 off, 1 on, -1 the system's. */
    public int tcpKeepAlive = -1;

    /** Probes without answer; -1 for the system's. */
    public int tcpKeepAliveCnt = -1;

    /** Seconds before the first probe; -1 for the system's. */
    public int tcpKeepAliveIdle = -1;

    /** Seconds between probes; -1 for the system's. */
    public int tcpKeepAliveIntvl = -1;

    /** What connections are secured with. */
    public Mechanisms mechanism = Mechanisms.NULL;

    /** Whether this side lets the other in. */
    public boolean asServer;

    /** In whose name it is asked whether a peer may come in. */
    public String zapDomain = "";

    /** PLAIN's user name. */
    public @Nullable String plainUsername;

    /** PLAIN's password. */
    public @Nullable String plainPassword;

    /** Of this side, 32 bytes; zeros if it is not set. */
    public byte[] curvePublicKey = new byte[CURVE_KEYSIZE];

    /** Of this side, 32 bytes; zeros if it is not set. */
    public byte[] curveSecretKey = new byte[CURVE_KEYSIZE];

    /** Of the server, 32 bytes; zeros if it is not set. */
    public byte[] curveServerKey = new byte[CURVE_KEYSIZE];

    /** Whether queues keep the newest message alone. */
    public boolean conflate;

    /** Longest handshake in milliseconds; 0 for no limit. */
    public int handshakeIvl = HANDSHAKE_MILLIS;

    /** Milliseconds after which the peer should give this side up; 0 tells nothing. */
    public int heartbeatTtl;

    /** Milliseconds between heartbeats; 0 for none. */
    public int heartbeatInterval;

    /** Milliseconds of silence after a heartbeat; -1 for the interval. */
    public int heartbeatTimeout = -1;

    /** Kept, without effect. */
    public byte[] heartbeatContext = {};

    /** Kept, without effect. */
    public @Nullable MsgAllocator allocator;

    /** Kept, without effect. */
    public @Nullable SelectorProviderChooser selectorChooser;

    /** Always null: there is no support for it. */
    public @Nullable Msg helloMsg;

    /** Whether there is a {@link #helloMsg}. */
    public boolean canSendHelloMsg;

    /** Always null: there is no support for it. */
    public @Nullable Msg disconnectMsg;

    /** Whether there is a {@link #disconnectMsg}. */
    public boolean canReceiveDisconnectMsg;

    /** Always null: there is no support for it. */
    public @Nullable Msg hiccupMsg;

    /** Whether there is a {@link #hiccupMsg}. */
    public boolean canReceiveHiccupMsg;

    /** Kept, without effect. */
    public int asType = -1;

    /** Kept, without effect. */
    public @Nullable String selfAddressPropertyName;

    /** The last failure's code in the current thread. */
    public final Errno errno = new Errno();

    /** Unused. */
    public int peerLastRoutingId;

    /** The number of the socket within its context. */
    public int socketId;

    /** Whether the socket filters by topics itself. */
    public boolean filter;

    /** Unused. */
    public boolean recvIdentity;

    /** Always false: there are no raw sockets. */
    public boolean rawSocket;

    /** Kept, without effect. */
    public @Nullable Class<? extends IDecoder> decoder;

    /** Kept, without effect. */
    public @Nullable Class<? extends IEncoder> encoder;

    /** Kept, without effect: kilobits a second. */
    public int rate = 100;

    /** Kept, without effect: milliseconds. */
    public int recoveryIvl = RECOVERY_MILLIS;

    /** Kept, without effect. */
    public int multicastHops = 1;

    /** Kept, without effect: bytes. */
    public int allocationHeapThreshold = HEAP_THRESHOLD_BYTES;

    /** The values of options without a field, by their numbers. */
    public final Map<Integer, Object> others = new HashMap<>();

    /** The defaults. */
    public Options() {}

    /**
     * The value of an option.
     *
     * @throws IllegalArgumentException if there is no such option
     */
    public @Nullable Object getSocketOpt(int option) {
        return OptionTable.get(this, null, option);
    }

    /**
     * Keeps a value.
     *
     * @return false, with {@link ZError#EINVAL} in {@link #errno}, if it is not taken
     * @throws IllegalArgumentException if there is no such option, or the value is of another kind or out of range
     */
    public boolean setSocketOpt(int option, @Nullable Object value) {
        boolean taken = OptionTable.set(this, null, option, value);
        errno.set(taken ? 0 : ZError.EINVAL);
        return taken;
    }

    /**
     * A Boolean, or a number that is not 0.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static boolean parseBoolean(int option, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Integer number) {
            return number != 0;
        }
        throw OptionTable.wrong(option, value, "a Boolean or an Integer");
    }

    /**
     * A text, or the text of bytes in UTF-8.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static String parseString(int option, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        throw OptionTable.wrong(option, value, "a String or a byte[]");
    }

    /**
     * The caller's bytes, or a text's in UTF-8.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static byte[] parseBytes(int option, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw OptionTable.wrong(option, value, "a byte[] or a String");
    }
}
