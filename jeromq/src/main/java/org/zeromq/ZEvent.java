package org.zeromq;

import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Objects;
import zmq.ZError;

/** An event of a monitored socket, its value resolved: received from a monitor's address, or given to a {@link ZEventConsummer}. */
public class ZEvent {
    private final ZMonitor.Event event;
    private final Object value;
    private final String address;

    private ZEvent(zmq.ZMQ.Event told) {
        event = ZMonitor.Event.findByCode(told.event);
        address = told.addr;
        value = resolve(event, told.arg, told.getChannel((zmq.Ctx) null));
    }

    private static Object resolve(ZMonitor.Event event, Object argument, SelectableChannel channel) {
        return switch (event) {
            case HANDSHAKE_FAILED_PROTOCOL -> ZMonitor.ProtocolCode.findByCode((Integer) argument);
            case CLOSE_FAILED,
                    ACCEPT_FAILED,
                    BIND_FAILED,
                    HANDSHAKE_FAILED_NO_DETAIL,
                    CONNECT_DELAYED,
                    HANDSHAKE_SUCCEEDED -> ZMQ.Error.findByCode((Integer) argument);
            case HANDSHAKE_FAILED_AUTH, HANDSHAKE_PROTOCOL, ALL -> argument;
            case CONNECTED, LISTENING, ACCEPTED, CLOSED, DISCONNECTED -> channel;
            case CONNECT_RETRIED -> Duration.ofMillis((Integer) argument);
            case MONITOR_STOPPED -> null;
        };
    }

    /** What happened. */
    public ZMonitor.Event getEvent() {
        return event;
    }

    /**
     * What there is to say about it.
     *
     * <ul>
     *   <li>CONNECTED, ACCEPTED, DISCONNECTED, and CLOSED of a connection: a {@link java.nio.channels.SocketChannel} that tells its
     *       addresses and cannot be used otherwise
     *   <li>LISTENING, and CLOSED of a listener: a {@link java.nio.channels.ServerSocketChannel} of the same kind
     *   <li>the errors, CONNECT_DELAYED and HANDSHAKE_SUCCEEDED: a {@link ZMQ.Error}
     *   <li>HANDSHAKE_FAILED_PROTOCOL: a {@link ZMonitor.ProtocolCode}
     *   <li>CONNECT_RETRIED: the {@link Duration} until the next try
     *   <li>HANDSHAKE_FAILED_AUTH: the status, an {@link Integer} of 300, 400 or 500; HANDSHAKE_PROTOCOL: the version of ZMTP
     *   <li>MONITOR_STOPPED: null
     * </ul>
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <M> M getValue() {
        return (M) value;
    }

    /** The endpoint; empty for MONITOR_STOPPED. */
    public String getAddress() {
        return address;
    }

    /** Whether something failed that should not. */
    public boolean isError() {
        return switch (event) {
            case BIND_FAILED, ACCEPT_FAILED, CLOSE_FAILED, HANDSHAKE_FAILED_NO_DETAIL, HANDSHAKE_FAILED_PROTOCOL ->
                true;
            default -> false;
        };
    }

    /** Whether a peer was refused. */
    public boolean isWarn() {
        return event == ZMonitor.Event.HANDSHAKE_FAILED_AUTH;
    }

    /** Whether a peer has left. */
    public boolean isInformation() {
        return event == ZMonitor.Event.DISCONNECTED;
    }

    /** Whether it is none of the others: what goes on while all is well. */
    public boolean isDebug() {
        return event != ZMonitor.Event.ALL && !isError() && !isWarn() && !isInformation();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ZEvent that
                        && event == that.event
                        && Objects.equals(value, that.value)
                        && address.equals(that.address));
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, value, address);
    }

    @Override
    public String toString() {
        return "ZEvent{event=" + event + ", value=" + value + ", address='" + address + "'}";
    }

    /**
     * Receives the next event.
     *
     * @param socket a PAIR connected to a monitor's address
     * @param flags 0, or {@link ZMQ#DONTWAIT}
     * @return null if there is none now
     * @throws ZMQException on every error but EAGAIN
     */
    public static ZEvent recv(ZMQ.Socket socket, int flags) {
        zmq.ZMQ.Event told = zmq.ZMQ.Event.read(socket.base(), flags);
        if (told != null) {
            return new ZEvent(told);
        }
        int error = socket.errno();
        if (error != 0 && error != ZError.EAGAIN) {
            throw new ZMQException(error);
        }
        return null;
    }

    /** As above, waiting. */
    public static ZEvent recv(ZMQ.Socket socket) {
        return recv(socket, 0);
    }

    /** Gets a socket's events by {@link ZMQ.Socket#setEventHook}, on a thread of the library's. */
    public interface ZEventConsummer extends zmq.ZMQ.EventConsummer {
        void consume(ZEvent event);

        @Override
        default void consume(zmq.ZMQ.Event event) {
            consume(new ZEvent(event));
        }
    }
}
