package io.zmq4j.event;

import io.zmq4j.zmtp.CloseReason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one of a socket's endpoints or connections.
 *
 * @param type what happened
 * @param endpoint the endpoint that was bound or connected, with the real port or path
 * @param peer the other side's address such as {@code 10.0.0.7:40112}, or null where there is none yet
 * @param reason why the connection ended, for {@link Type#DISCONNECTED}, {@link Type#HANDSHAKE_FAILED}, {@link
 *     Type#HANDSHAKE_FAILED_AUTH}, and for {@link Type#CONNECT_RETRIED} if it was there, its handshake complete; why a connected
 *     endpoint did, for {@link Type#CLOSED}, if it is known
 * @param detail a sentence for people: the error, the delay until the next try, who the peer is; may be empty. The name of the
 *     {@link DropReason} of {@link Type#DROPPED}
 * @param value the delay in milliseconds of {@link Type#CONNECT_RETRIED}, the count of {@link Type#EVENTS_LOST},
 *     {@link Type#DATA_LOST}, {@link Type#PEERS_FOUND} and {@link Type#DROPPED}, the status of {@link Type#HANDSHAKE_FAILED_AUTH}, else 0:
 *     error numbers and file descriptors, which libzmq gives here, do not exist in Java
 */
public record SocketEvent(
        Type type,
        String endpoint,
        @Nullable String peer,
        @Nullable CloseReason reason,
        String detail,
        long value) {

    public SocketEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(detail, "detail");
    }

    /** One line for people, such as {@code DISCONNECTED tcp://hub:7000, peer 10.0.0.7:7000, CONNECTION_LOST: reset by the peer}. */
    @Override
    public String toString() {
        var line = new StringBuilder(type.name());
        if (!endpoint.isEmpty()) {
            line.append(' ').append(endpoint);
        }
        if (peer != null) {
            line.append(", peer ").append(peer);
        }
        if (reason != null) {
            line.append(", ").append(reason);
        }
        if (!detail.isEmpty()) {
            line.append(": ").append(detail);
        }
        return value == 0
                ? line.toString()
                : line.append(" (").append(value).append(')').toString();
    }

    /** The kinds of events, with libzmq's numbers. */
    public enum Type {
        /** A connection to the peer is there; the handshake begins. */
        CONNECTED(0x0001),
        /** A connection attempt has begun and takes its time. */
        CONNECT_DELAYED(0x0002),
        /**
         * A connection attempt failed or a connection broke; the next try follows after {@code value} milliseconds. That is
         * RECONNECT_IVL_MAX, at least a minute, if the peer turned out to be the wrong one.
         */
        CONNECT_RETRIED(0x0004),
        /** The endpoint is bound and takes connections. */
        LISTENING(0x0008),
        /** The endpoint could not be bound; the call threw as well. */
        BIND_FAILED(0x0010),
        /** A peer connected; the handshake begins. */
        ACCEPTED(0x0020),
        /** A peer could not be accepted, such as for want of file descriptors; accepting pauses and goes on. */
        ACCEPT_FAILED(0x0040),
        /** The endpoint is closed: unbound, disconnected, or given up because RECONNECT_IVL is FOREVER. */
        CLOSED(0x0080),
        /** The endpoint could not be closed cleanly. */
        CLOSE_FAILED(0x0100),
        /** A connection whose handshake had succeeded ended. */
        DISCONNECTED(0x0200),
        /** The monitor ends; the last event it gives. */
        MONITOR_STOPPED(0x0400),
        /** The handshake is complete: messages flow. */
        HANDSHAKE_SUCCEEDED(0x1000),
        /** The handshake failed, for whatever {@code reason} but a verdict; libzmq has one more number for some of them. */
        HANDSHAKE_FAILED(0x2000),
        /**
         * Whoever decides about peers (RFC 27) let this one not in, or the peer says so of us: {@code value} is the status, 300 (not
         * now), 400 (no) or 500 (the one who decides has failed). What was said is in {@code detail}, on the side that asked.
         */
        HANDSHAKE_FAILED_AUTH(0x4000),
        /**
         * The endpoint takes whoever reaches it, from other machines as well: it is bound beyond the loopback, with {@code SECURITY}
         * NULL and no {@code ZAP_DOMAIN}. Once for each socket; right where a network is trusted. Not one of libzmq's.
         */
        UNPROTECTED(0),
        /** Multicast: the first message of a sender was received. Not one of libzmq's. */
        SOURCE_JOINED(0),
        /** Multicast: a sender ended, or was not heard for too long. Not one of libzmq's. */
        SOURCE_GONE(0),
        /**
         * Multicast: {@code value} packets of a sender will not arrive any more; what follows begins with a whole message.
         * Not one of libzmq's.
         */
        DATA_LOST(0),
        /**
         * Multicast: the endpoint's interface is gone or refuses what is sent, for the reason in {@code detail}; the endpoint
         * stays and tries again. Not one of libzmq's.
         */
        INTERFACE_LOST(0),
        /** Multicast: the endpoint's interface is back, or has another address. Not one of libzmq's. */
        INTERFACE_BACK(0),
        /**
         * A directory that the socket is connected to says who is there, for the first time, anew after it could not be asked, or
         * because it has changed: {@code value} peers. Not one of libzmq's.
         */
        PEERS_FOUND(0),
        /**
         * The socket has dropped messages for the reason in {@code detail}, {@code value} of them so far: told at the first, and
         * then at about the 10th, 100th, 1000th of each reason. Without an endpoint. Not one of libzmq's.
         */
        DROPPED(0),
        /** The listener was too slow and {@code value} events were left out. Not one of libzmq's. */
        EVENTS_LOST(0),
        /** One line of the conversation: greeting, metadata, subscription, heartbeat. Not one of libzmq's. */
        TRACE(0);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** libzmq's number of this event, a single bit; 0 where libzmq has none. */
        public int number() {
            return number;
        }
    }
}
