package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a worker on one socket, from READY on: messages and time in, messages out. One thread at a time.
 *
 * <pre>
 *           REQUEST                 DISCONNECT, or silence while idle
 *   IDLE ─────────────▶ WORKING ─────────────────────────────────────▶ LOST
 *    │ ▲                  │ │                                           ▲
 *    │ └── last of reply ─┘ └──────────── DISCONNECT ───────────────────┤
 *    └──────────────────────────────────────────────────────────────────┘
 * </pre>
 *
 * A lost one is over: what follows is another dialog on another socket (RFC 7, "Opening and Closing a Connection").
 */
final class WorkerDialog {
    enum State {
        IDLE,
        WORKING,
        LOST
    }

    private final MdpVersion version;
    private final long heartbeatNanos;
    private final long expiryNanos;
    private final Predicate<Message> out;

    private State state = State.IDLE;
    private @Nullable Frame client;
    private long nextHeartbeat;
    private long heard;

    /** @param out sends a message without waiting; false if there is no room for it now */
    WorkerDialog(
            MdpVersion version, String service, long heartbeatNanos, int liveness, Predicate<Message> out, long now) {
        this.version = version;
        this.heartbeatNanos = heartbeatNanos;
        this.expiryNanos = heartbeatNanos * liveness;
        this.out = out;
        this.heard = now;
        send(new Ready(version, service), now);
    }

    State state() {
        return state;
    }

    /**
     * Takes a message of the broker.
     *
     * @return the body of a request that is to be worked on; null if it is something else
     */
    @Nullable
    Message onMessage(Message message, long now) {
        WorkerCommand command = WorkerCommand.parse(message);
        if (command == null || command.version() != version || state == State.LOST) {
            return null;
        }
        heard = now;
        if (command instanceof Disconnect) {
            state = State.LOST;
        } else if (command instanceof Request request && state == State.IDLE) {
            state = State.WORKING;
            client = request.address();
            return request.body();
        }
        return null;
    }

    /**
     * Sends the reply to the request that is worked on, or a part of it.
     *
     * @return whether it is done with: it was sent, or the dialog is lost and nobody wants it. Else there is no room for it now
     */
    boolean reply(ReplyPart part, Message body, long now) {
        if (state != State.WORKING || client == null) {
            return true;
        }
        if (!send(new Reply(version, part, client, body), now)) {
            return false;
        }
        if (part == ReplyPart.FINAL) {
            state = State.IDLE;
            client = null;
            heard = now;
        }
        return true;
    }

    /** Leaves the broker, which gives what is worked on to another worker. */
    void leave(long now) {
        if (state != State.LOST) {
            send(new Disconnect(version), now);
            state = State.LOST;
        }
    }

    /**
     * Sends a heartbeat if it is due, and gives the broker up if it was silent for too long. While there is work it is not given up:
     * the guide's own brokers are silent then, and one that was started anew answers the next heartbeat with DISCONNECT.
     */
    void onTime(long now) {
        if (state == State.IDLE && now - heard > expiryNanos) {
            state = State.LOST;
        } else if (state != State.LOST && now - nextHeartbeat >= 0) {
            send(new Heartbeat(version), now);
        }
    }

    /** When to call {@link #onTime} again. */
    long nextTime() {
        return nextHeartbeat;
    }

    private boolean send(WorkerCommand command, long now) {
        nextHeartbeat = now + heartbeatNanos;
        return out.test(command.toMessage());
    }
}
