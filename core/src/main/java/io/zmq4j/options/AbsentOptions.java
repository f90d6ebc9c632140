package io.zmq4j.options;

import java.util.List;
import java.util.function.Predicate;

/**
 * The options of libzmq that are none here: where to find what each did, or why a JVM cannot have it. Whoever asks for one by name or
 * number is told so.
 */
final class AbsentOptions {
    private static final String SECURITY = "it is part of the value of SECURITY";
    private static final String NO_JDK_OPTION = "the JDK has no such option of a channel";
    private static final String WSS = "there is no wss:// transport";
    private static final String NORM = "there is no norm:// transport";
    private static final String VMCI = "there is no vmci:// transport, as the JDK opens no such socket";
    private static final String FILTER = "libzmq has deprecated it: an Authenticator decides who may connect";

    private static final List<AbsentOption> ALL = List.of(
            new AbsentOption(
                    "AFFINITY", 4, "there are no I/O threads to choose from, the thread that waits does the work"),
            new AbsentOption("SUBSCRIBE", 6, "call subscribe of a SUB, XSUB or XPUB"),
            new AbsentOption("UNSUBSCRIBE", 7, "call unsubscribe of a SUB, XSUB or XPUB"),
            new AbsentOption("RCVMORE", 13, "a message is received whole, with all its frames"),
            new AbsentOption("FD", 14, "the JVM gives no descriptors away: Socket.onReady tells, a Poller waits"),
            new AbsentOption("EVENTS", 15, "ask canReceive and canSend"),
            new AbsentOption("TYPE", 16, "ask the socket's type()"),
            new AbsentOption("IPV4ONLY", 31, "libzmq has deprecated it: IPV6 is its opposite"),
            new AbsentOption("LAST_ENDPOINT", 32, "bind returns it, and lastEndpoint() of the socket tells"),
            new AbsentOption("TCP_ACCEPT_FILTER", 38, FILTER),
            new AbsentOption("ROUTER_RAW", 41, "libzmq has deprecated it: a STREAM socket speaks plain TCP"),
            new AbsentOption("PLAIN_SERVER", 44, SECURITY + ": Plain.server()"),
            new AbsentOption("PLAIN_USERNAME", 45, SECURITY + ": Plain.client(name, password)"),
            new AbsentOption("PLAIN_PASSWORD", 46, SECURITY + ": Plain.client(name, password)"),
            new AbsentOption("CURVE_SERVER", 47, SECURITY + ": Curve.server(keys)"),
            new AbsentOption("CURVE_PUBLICKEY", 48, SECURITY + ": Curve.client and Curve.server"),
            new AbsentOption("CURVE_SECRETKEY", 49, SECURITY + ": Curve.client and Curve.server"),
            new AbsentOption("CURVE_SERVERKEY", 50, SECURITY + ": Curve.client(keys, serverKey)"),
            new AbsentOption("IPC_FILTER_PID", 58, FILTER),
            new AbsentOption("IPC_FILTER_UID", 59, FILTER),
            new AbsentOption("IPC_FILTER_GID", 60, FILTER),
            new AbsentOption("GSSAPI_SERVER", 62, SECURITY + ": Gssapi.server"),
            new AbsentOption("GSSAPI_PRINCIPAL", 63, SECURITY + ": Gssapi.client and Gssapi.server"),
            new AbsentOption("GSSAPI_SERVICE_PRINCIPAL", 64, SECURITY + ": Gssapi.client"),
            new AbsentOption("GSSAPI_PLAINTEXT", 65, SECURITY + " of Gssapi"),
            new AbsentOption("BLOCKY", 70, "a context's close is bounded: Context.close(Duration)"),
            new AbsentOption("TCP_MAXRT", 80, NO_JDK_OPTION + "; HEARTBEAT_TIMEOUT finds a dead peer"),
            new AbsentOption("THREAD_SAFE", 81, "every socket is"),
            new AbsentOption("VMCI_BUFFER_SIZE", 85, VMCI),
            new AbsentOption("VMCI_BUFFER_MIN_SIZE", 86, VMCI),
            new AbsentOption("VMCI_BUFFER_MAX_SIZE", 87, VMCI),
            new AbsentOption("VMCI_CONNECT_TIMEOUT", 88, VMCI),
            new AbsentOption("USE_FD", 89, "the JVM takes no descriptor over"),
            new AbsentOption("GSSAPI_PRINCIPAL_NAMETYPE", 90, SECURITY + " of Gssapi"),
            new AbsentOption("GSSAPI_SERVICE_PRINCIPAL_NAMETYPE", 91, SECURITY + " of Gssapi"),
            new AbsentOption("BINDTODEVICE", 92, NO_JDK_OPTION + "; bind to the device's name or address instead"),
            new AbsentOption(
                    "LOOPBACK_FASTPATH", 94, "Windows has removed what it switched on; the JDK does without it"),
            new AbsentOption("IN_BATCH_SIZE", 101, "buffers are as large as what comes"),
            new AbsentOption("OUT_BATCH_SIZE", 102, "buffers are as large as what goes"),
            new AbsentOption("WSS_KEY_PEM", 103, WSS),
            new AbsentOption("WSS_CERT_PEM", 104, WSS),
            new AbsentOption("WSS_TRUST_PEM", 105, WSS),
            new AbsentOption("WSS_HOSTNAME", 106, WSS),
            new AbsentOption("WSS_TRUST_SYSTEM", 107, WSS),
            new AbsentOption("ONLY_FIRST_SUBSCRIBE", 108, "it is always so: a subscription is a message of one frame"),
            new AbsentOption("PRIORITY", 112, NO_JDK_OPTION + "; TOS is the nearest"),
            new AbsentOption("BUSY_POLL", 113, NO_JDK_OPTION),
            new AbsentOption("TOPICS_COUNT", 116, "ask topicCount() of a PUB, XPUB, SUB or XSUB"),
            new AbsentOption("NORM_MODE", 117, NORM),
            new AbsentOption("NORM_UNICAST_NACK", 118, NORM),
            new AbsentOption("NORM_BUFFER_SIZE", 119, NORM),
            new AbsentOption("NORM_SEGMENT_SIZE", 120, NORM),
            new AbsentOption("NORM_BLOCK_SIZE", 121, NORM),
            new AbsentOption("NORM_NUM_PARITY", 122, NORM),
            new AbsentOption("NORM_NUM_AUTOPARITY", 123, NORM),
            new AbsentOption("NORM_PUSH", 124, NORM));

    private AbsentOptions() {}

    /** All of them in the order of their numbers, unmodifiable. */
    static List<AbsentOption> all() {
        return ALL;
    }

    /** Fails if one of them is this one. */
    static void refuse(Predicate<AbsentOption> which) {
        ALL.stream().filter(which).findFirst().ifPresent(absent -> {
            throw new IllegalArgumentException(absent.toString());
        });
    }
}
