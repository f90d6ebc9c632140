package io.zmq4j.jeromq;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zmq.ZError;
import zmq.ZMQ;
import zmq.ZMQ.Event;

/**
 * Makes of a core's event what a reader of JeroMQ's monitors expects: mostly one event, sometimes several or none.
 *
 * <pre>
 *   a connection     CONNECT_DELAYED, CONNECTED | ACCEPTED, HANDSHAKE_PROTOCOL, HANDSHAKE_SUCCEEDED, then DISCONNECTED
 *   a failed try     CONNECT_DELAYED, CLOSED, CONNECT_RETRIED
 *   a wrong peer     … HANDSHAKE_PROTOCOL if the greeting was understood, HANDSHAKE_FAILED_…, DISCONNECTED
 *   a bound endpoint LISTENING, CLOSED | CLOSED, BIND_FAILED
 * </pre>
 *
 * <p>What this side ends itself is not told, except that it stops listening; nor is anything over inproc. Used by one thread.
 */
final class EventTranslation {
    private static final int ZMTP_3 = 3;
    private static final String INPROC = "inproc://";
    private static final String BEFORE_VERSION = " over ZMTP ";

    private final Consumer<Event> out;
    private final Set<String> trying = new HashSet<>();

    EventTranslation(Consumer<Event> out) {
        this.out = out;
    }

    void accept(SocketEvent event) {
        String endpoint = event.endpoint();
        if (endpoint.startsWith(INPROC)) {
            return;
        }
        switch (event.type()) {
            case CONNECT_DELAYED -> delayed(endpoint);
            case CONNECTED -> connected(event);
            case CONNECT_RETRIED -> retried(event);
            case LISTENING -> tell(ZMQ.ZMQ_EVENT_LISTENING, endpoint, listener(endpoint, true));
            case BIND_FAILED -> {
                tell(ZMQ.ZMQ_EVENT_CLOSED, endpoint, listener(endpoint, false));
                tell(ZMQ.ZMQ_EVENT_BIND_FAILED, endpoint, bindError(event.detail()));
            }
            case ACCEPTED -> tell(ZMQ.ZMQ_EVENT_ACCEPTED, endpoint, connection(event, true));
            case ACCEPT_FAILED -> tell(ZMQ.ZMQ_EVENT_ACCEPT_FAILED, endpoint, ZError.EMFILE);
            case CLOSED -> closed(event);
            case CLOSE_FAILED -> tell(ZMQ.ZMQ_EVENT_CLOSE_FAILED, endpoint, ZError.EIOEXC);
            case HANDSHAKE_SUCCEEDED -> {
                tell(ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL, endpoint, protocol(event.detail()));
                tell(ZMQ.ZMQ_EVENT_HANDSHAKE_SUCCEEDED, endpoint, 0);
            }
            case HANDSHAKE_FAILED -> handshakeFailed(event);
            case HANDSHAKE_FAILED_AUTH -> {
                tell(ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL, endpoint, ZMTP_3);
                tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_AUTH, endpoint, (int) event.value());
                tell(ZMQ.ZMQ_EVENT_DISCONNECTED, endpoint, connection(event, false));
            }
            case DISCONNECTED -> {
                if (event.reason() != CloseReason.CLOSED_LOCALLY) {
                    tell(ZMQ.ZMQ_EVENT_DISCONNECTED, endpoint, connection(event, false));
                }
            }
            default -> {
                // JeroMQ has no such event. The monitor's end is told by who ends it.
            }
        }
    }

    private void delayed(String endpoint) {
        // Several addresses of a name are one try.
        if (trying.add(endpoint)) {
            tell(ZMQ.ZMQ_EVENT_CONNECT_DELAYED, endpoint, 0);
        }
    }

    private void connected(SocketEvent event) {
        // A connection that was there at once was not delayed; whoever reads these events expects a try to begin with
        // that.
        delayed(event.endpoint());
        trying.remove(event.endpoint());
        tell(ZMQ.ZMQ_EVENT_CONNECTED, event.endpoint(), connection(event, true));
    }

    private void retried(SocketEvent event) {
        if (trying.remove(event.endpoint())) {
            tell(ZMQ.ZMQ_EVENT_CLOSED, event.endpoint(), connection(event, false));
        }
        tell(ZMQ.ZMQ_EVENT_CONNECT_RETRIED, event.endpoint(), (int) Math.min(event.value(), Integer.MAX_VALUE));
    }

    private void closed(SocketEvent event) {
        String endpoint = event.endpoint();
        trying.remove(endpoint);
        if (event.reason() == null) {
            tell(ZMQ.ZMQ_EVENT_CLOSED, endpoint, listener(endpoint, false));
        } else if (event.reason() != CloseReason.CLOSED_LOCALLY) {
            tell(ZMQ.ZMQ_EVENT_CLOSED, endpoint, connection(event, false));
        }
    }

    private void handshakeFailed(SocketEvent event) {
        CloseReason reason = event.reason();
        if (reason == null || reason == CloseReason.CLOSED_LOCALLY) {
            return;
        }
        if (isAfterGreeting(reason)) {
            tell(ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL, event.endpoint(), ZMTP_3);
        }
        Integer code = protocolError(reason, event.detail());
        if (code != null) {
            tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL, event.endpoint(), code);
        } else {
            tell(ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, event.endpoint(), systemError(reason));
        }
        tell(ZMQ.ZMQ_EVENT_DISCONNECTED, event.endpoint(), connection(event, false));
    }

    private static boolean isAfterGreeting(CloseReason reason) {
        return switch (reason) {
            case INCOMPATIBLE_SOCKET_TYPE,
                    INVALID_METADATA,
                    MALFORMED_COMMAND,
                    UNEXPECTED_COMMAND,
                    REFUSED_BY_PEER,
                    AUTHENTICATION_FAILED,
                    REFUSED_BY_SOCKET -> true;
            default -> false;
        };
    }

    /** Null if it is no breach of the protocol. */
    private static @Nullable Integer protocolError(CloseReason reason, String detail) {
        if (reason == CloseReason.MALFORMED_COMMAND && detail.contains("does not open")) {
            return ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC;
        }
        return switch (reason) {
            case NOT_ZMTP, MALFORMED_FRAME, MESSAGE_TOO_LARGE -> ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED;
            case MECHANISM_MISMATCH -> ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH;
            case INCOMPATIBLE_SOCKET_TYPE, INVALID_METADATA -> ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA;
            case MALFORMED_COMMAND -> ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED;
            case UNEXPECTED_COMMAND -> ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND;
            default -> null;
        };
    }

    private static int systemError(CloseReason reason) {
        return switch (reason) {
            case HANDSHAKE_TIMEOUT, HEARTBEAT_TIMEOUT -> ZError.ETIMEDOUT;
            case REFUSED_BY_PEER, REFUSED_BY_SOCKET -> ZError.ECONNREFUSED;
            default -> ZError.ECONNRESET;
        };
    }

    /** The error behind a refused bind: by the core's own words, as there is nothing else to tell it by. */
    private static int bindError(String detail) {
        if (detail.contains("no interface of this machine has the address")) {
            return ZError.EADDRNOTAVAIL;
        }
        if (detail.contains("may need a privilege")) {
            return ZError.EACCESS;
        }
        return detail.contains("cannot be bound") ? ZError.EADDRINUSE : ZError.EINVAL;
    }

    /** The major version of ZMTP in what is said of the peer. */
    private static int protocol(String detail) {
        int begin = detail.lastIndexOf(BEFORE_VERSION);
        int digit = begin < 0 ? -1 : Character.digit(detail.charAt(begin + BEFORE_VERSION.length()), 10);
        return digit < 0 ? ZMTP_3 : digit;
    }

    /** Of a peer that has connected to the endpoint, or of this side's connection to it. */
    private static SelectableChannel connection(SocketEvent event, boolean isOpen) {
        SocketAddress endpoint = PeerAddress.ofEndpoint(event.endpoint());
        SocketAddress peer = event.peer() == null ? null : PeerAddress.parse(event.peer());
        boolean isAccepted = event.peer() != null && !Objects.equals(peer, endpoint);
        try {
            return isAccepted
                    ? EventFrame.connection(endpoint, peer, isOpen)
                    : EventFrame.connection(null, endpoint, isOpen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SelectableChannel listener(String endpoint, boolean isOpen) {
        try {
            return EventFrame.listener(PeerAddress.ofEndpoint(endpoint), isOpen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(int event, String endpoint, Object argument) {
        out.accept(new Event(event, endpoint, argument));
    }
}
