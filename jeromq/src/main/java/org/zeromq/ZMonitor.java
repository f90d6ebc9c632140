package org.zeromq;

import java.io.Closeable;
import java.nio.channels.SelectableChannel;
import java.util.Objects;
import java.util.UUID;

/**
 * Watches a socket: what happens to its endpoints and connections can be taken here, one event after the other. Events are
 * chosen before the start.
 *
 * <pre>
 *   NEW ──start──► STARTED ──close──► CLOSED
 *    └───────────────close──────────────▲
 * </pre>
 *
 * <p>A reader that is slow keeps no socket waiting. Safe for any thread; {@link #close} ends a waiting {@link #nextEvent}.
 */
public class ZMonitor implements Closeable {
    private static final int FOREVER = -1;
    private static final int NOTHING_WAITS = 0;

    private enum State {
        NEW,
        STARTED,
        CLOSED
    }

    private final ZContext context;
    private final ZMQ.Socket monitored;
    private final String address = "inproc://zmonitor-" + UUID.randomUUID();
    private State state = State.NEW;
    private int events;
    private boolean verbose;
    private ZMQ.Socket reader;

    /** For a socket of this context. */
    public ZMonitor(ZContext context, ZMQ.Socket socket) {
        this.context = Objects.requireNonNull(context, "context");
        this.monitored = Objects.requireNonNull(socket, "socket");
    }

    /**
     * Begins to watch; without effect the second time, and after {@link #close}.
     *
     * @throws ZMQException if the socket cannot be watched, such as after its end
     * @throws IllegalStateException if it is watched already
     */
    public final synchronized ZMonitor start() {
        if (state != State.NEW) {
            say("not started: is " + state);
            return this;
        }
        if (!monitored.monitor(address, events)) {
            throw new ZMQException(monitored.errno());
        }
        reader = context.createSocket(SocketType.PAIR);
        reader.connect(address);
        state = State.STARTED;
        say("started for events 0x" + Integer.toHexString(events));
        return this;
    }

    /** Ends the watching; events that nobody took are dropped. Without effect the second time. */
    @Override
    public final void close() {
        destroy();
    }

    /** As {@link #close}. */
    public final synchronized void destroy() {
        if (state == State.STARTED) {
            monitored.monitor(null, 0);
            reader.close();
            say("stopped");
        }
        state = State.CLOSED;
    }

    /** Whether to print to {@link System#out} what is done here. Without effect after the start. */
    public final synchronized ZMonitor verbose(boolean verbose) {
        if (state == State.NEW) {
            this.verbose = verbose;
        }
        return this;
    }

    /** Adds events to the wanted ones, of which there are none at first. Without effect after the start. */
    public final synchronized ZMonitor add(Event... events) {
        if (state == State.NEW) {
            for (Event event : events) {
                this.events |= event.code;
                say("adds " + event);
            }
        } else {
            say("no events can be added: is " + state);
        }
        return this;
    }

    /** Takes events from the wanted ones. Without effect after the start. */
    public final synchronized ZMonitor remove(Event... events) {
        if (state == State.NEW) {
            for (Event event : events) {
                this.events &= ~event.code;
                say("removes " + event);
            }
        } else {
            say("no events can be removed: is " + state);
        }
        return this;
    }

    private void say(String what) {
        if (verbose) {
            System.out.println("ZMonitor of " + monitored + ": " + what);
        }
    }

    /** The next event, for which it waits; null if the monitor is not started or has ended, and on an interrupt. */
    public final ZEvent nextEvent() {
        return nextEvent(FOREVER);
    }

    /** As {@link #nextEvent()}; with {@code wait} false null if there is no event now. */
    public final ZEvent nextEvent(boolean wait) {
        return nextEvent(wait ? FOREVER : NOTHING_WAITS);
    }

    /** As {@link #nextEvent()}; null as well if there is no event within {@code timeout} milliseconds, -1 for no limit. */
    public final ZEvent nextEvent(int timeout) {
        ZMQ.Socket from = reader();
        if (from == null) {
            return null;
        }
        try {
            from.setReceiveTimeOut(timeout);
            zmq.ZMQ.Event told = zmq.ZMQ.Event.read(from.base());
            return told == null ? null : new ZEvent(told);
        } catch (ZMQException e) {
            return null;
        }
    }

    private synchronized ZMQ.Socket reader() {
        return state == State.STARTED ? reader : null;
    }

    /** What can happen to a socket. */
    public enum Event {
        CONNECTED(zmq.ZMQ.ZMQ_EVENT_CONNECTED),
        CONNECT_DELAYED(zmq.ZMQ.ZMQ_EVENT_CONNECT_DELAYED),
        CONNECT_RETRIED(zmq.ZMQ.ZMQ_EVENT_CONNECT_RETRIED),
        LISTENING(zmq.ZMQ.ZMQ_EVENT_LISTENING),
        BIND_FAILED(zmq.ZMQ.ZMQ_EVENT_BIND_FAILED),
        ACCEPTED(zmq.ZMQ.ZMQ_EVENT_ACCEPTED),
        ACCEPT_FAILED(zmq.ZMQ.ZMQ_EVENT_ACCEPT_FAILED),
        CLOSED(zmq.ZMQ.ZMQ_EVENT_CLOSED),
        CLOSE_FAILED(zmq.ZMQ.ZMQ_EVENT_CLOSE_FAILED),
        DISCONNECTED(zmq.ZMQ.ZMQ_EVENT_DISCONNECTED),
        MONITOR_STOPPED(zmq.ZMQ.ZMQ_EVENT_MONITOR_STOPPED),
        HANDSHAKE_FAILED_NO_DETAIL(zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL),
        HANDSHAKE_SUCCEEDED(zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_SUCCEEDED),
        HANDSHAKE_FAILED_PROTOCOL(zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL),
        HANDSHAKE_FAILED_AUTH(zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_FAILED_AUTH),
        HANDSHAKE_PROTOCOL(zmq.ZMQ.ZMQ_EVENT_HANDSHAKE_PROTOCOL),
        /** All of them together. */
        ALL(zmq.ZMQ.ZMQ_EVENT_ALL);

        private final int code;

        Event(int code) {
            this.code = code;
        }

        /** The event with this number; {@link #ALL} if there is none. */
        public static Event findByCode(int event) {
            for (Event candidate : values()) {
                if (candidate.code == event) {
                    return candidate;
                }
            }
            return ALL;
        }
    }

    /** One event, as text. */
    public static final class ZEvent {
        public final Event type;
        /** The number of the event. */
        public final int code;
        /** The endpoint. */
        public final String address;
        /** What there is to say about it: a number, or the ends of a connection; null if there is nothing. */
        public final String value;

        private ZEvent(zmq.ZMQ.Event told) {
            type = Event.findByCode(told.event);
            code = told.event;
            address = told.addr;
            SelectableChannel channel = told.getChannel((zmq.Ctx) null);
            value = channel != null ? channel.toString() : told.arg == null ? null : told.arg.toString();
        }

        /** From an event that was received by {@link ZMQ.Event#recv(ZMQ.Socket)}, with its resolved value. */
        public ZEvent(ZMQ.Event event) {
            code = event.getEvent();
            type = Event.findByCode(code);
            address = event.getAddress();
            Object resolved = event.resolveValue();
            value = resolved == null ? null : resolved.toString();
        }

        @Override
        public String toString() {
            return "ZEvent [type=" + type + ", code=" + code + ", address=" + address + ", value=" + value + "]";
        }
    }

    /** How a peer broke the protocol: the value of {@link Event#HANDSHAKE_FAILED_PROTOCOL}. */
    public enum ProtocolCode {
        ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED),
        ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND),
        ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE),
        ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED(
                zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY),
        ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME),
        ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA),
        ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC),
        ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH),
        ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED),
        ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY),
        ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID),
        ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION),
        ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE),
        ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA),
        ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED(zmq.ZMQ.ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED);

        private final int code;

        ProtocolCode(int code) {
            this.code = code;
        }

        /**
         * The breach with this number.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static ProtocolCode findByCode(int code) {
            for (ProtocolCode candidate : values()) {
                if (candidate.code == code) {
                    return candidate;
                }
            }
            throw new IllegalArgumentException(
                    "no breach of the protocol has the number 0x" + Integer.toHexString(code));
        }
    }
}
