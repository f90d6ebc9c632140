package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The commands between and after messages: heartbeats and subscriptions (RFC 37, "Commands"). What has no meaning here
 * is ignored, so that the protocol can grow. Owned by the thread that drives the inbound half.
 */
final class TrafficCommands {
    static final int LONGEST_TOPIC = 16 * 1024 * 1024;

    /** RFC 48, "Group". */
    static final int LONGEST_GROUP = 255;

    private static final int LARGEST_COMMAND = 64 * 1024;
    private static final int TTL_SIZE = 2;
    private static final int LONGEST_CONTEXT = 16;
    private static final long TTL_UNIT_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_TTL = 0xFFFF;
    private static final byte[] SUBSCRIBE_PREFIX = Command.prefix(Command.SUBSCRIBE);
    private static final byte[] CANCEL_PREFIX = Command.prefix(Command.CANCEL);

    /** What the peers of a publisher may ask for; null if this side is none. */
    private final @Nullable Subscriptions asked;

    private final Timers timers;
    private final ControlSender control;
    private final Duration timeToLive;

    /** Null until the first one is sent: most connections send none. */
    private @Nullable Command ping;

    /** Written by the owning thread alone. */
    private volatile long ignored;

    /** Whether the peer sends heartbeats. Written by the owning thread alone. */
    private volatile boolean pinged;

    TrafficCommands(EngineOptions options, Timers timers, ControlSender control) {
        asked = asked(options.socketType());
        this.timers = timers;
        this.control = control;
        timeToLive = options.heartbeatTtl();
    }

    private static @Nullable Subscriptions asked(SocketType type) {
        if (type.topics() != SocketType.Topics.PUBLISHES) {
            return null;
        }
        return type.hasGroups() ? Subscriptions.GROUPS : Subscriptions.TOPICS;
    }

    /** The same command each time: nothing is allocated per tick. */
    void sendPing() {
        control.trace("sent PING");
        Command command = ping;
        if (command == null) {
            command = ping();
            ping = command;
        }
        control.sendPing(command);
    }

    private Command ping() {
        var ttl = new byte[TTL_SIZE];
        Unsigned.putUint16(ttl, 0, (int) Math.min(timeToLive.toMillis() / 100, LONGEST_TTL));
        return Command.of(Command.PING, ttl);
    }

    /** Refuses a command by the size it declares. */
    void check(long bodySize) throws ProtocolException {
        if (!allows(bodySize)) {
            throw tooLarge(bodySize, SUBSCRIBE_PREFIX.length + LONGEST_TOPIC);
        }
    }

    /** Whether a command may be of this size. */
    boolean allows(long bodySize) {
        return bodySize <= SUBSCRIBE_PREFIX.length + LONGEST_TOPIC;
    }

    /** Refuses a command that is being collected as soon as its name shows that it may not be that large. */
    void checkName(FrameReader reader) throws ProtocolException {
        if (reader.bodySize() > LARGEST_COMMAND
                && !reader.bodyMayStartWith(SUBSCRIBE_PREFIX)
                && !reader.bodyMayStartWith(CANCEL_PREFIX)) {
            throw tooLarge(reader.bodySize(), LARGEST_COMMAND);
        }
    }

    /** As {@link #checkName}, of one that is complete, however its bytes were cut. */
    private static void checkSize(Command command) throws ProtocolException {
        boolean isSubscription =
                command.name().equals(Command.SUBSCRIBE) || command.name().equals(Command.CANCEL);
        if (command.body().length > LARGEST_COMMAND && !isSubscription) {
            throw tooLarge(command.body().length, LARGEST_COMMAND);
        }
    }

    private static ProtocolException tooLarge(long size, long allowed) {
        return new ProtocolException(
                CloseReason.MALFORMED_COMMAND, "a command of %d bytes, allowed are %d".formatted(size, allowed));
    }

    /** Whether a message is passed on whatever is in it. */
    boolean takesAny() {
        return asked != Subscriptions.GROUPS;
    }

    /**
     * Whether this message is passed on. A subscription may come as a message; but groups are joined and left by command alone, and
     * what a DISH sends as a message is discarded (RFC 48).
     */
    boolean takes(Message message) {
        boolean taken = takesAny() || !Subscription.is(message);
        if (!taken) {
            ignore();
        }
        return taken;
    }

    /** Takes a command; returns the message it stands for, or null if it stands for none. */
    @Nullable
    Message receive(Command command, long now) throws ProtocolException {
        checkSize(command);
        switch (command.name()) {
            case Command.SUBSCRIBE, Command.CANCEL -> {
                return onSubscription(command, Subscriptions.TOPICS);
            }
            case Command.JOIN, Command.LEAVE -> {
                return onSubscription(command, Subscriptions.GROUPS);
            }
            case Command.PING -> onPing(command, now);
            case Command.PONG -> onPong(command);
            case Command.ERROR -> throw Refusal.by(command, control);
            case Command.READY, "HELLO", "WELCOME", "INITIATE" ->
                throw new ProtocolException(
                        CloseReason.UNEXPECTED_COMMAND,
                        "command %s came after the handshake".formatted(command.name()));
            default -> ignore();
        }
        return null;
    }

    /** RFC 48, "Group": 0 to 255 octets, none of them 0. */
    private static void checkGroup(Command command) throws ProtocolException {
        int size = command.dataSize();
        if (size > LONGEST_GROUP) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND,
                    "a %s with a group of %d bytes, allowed are %d".formatted(command.name(), size, LONGEST_GROUP));
        }
        for (int at = command.dataOffset(); at < command.body().length; at++) {
            if (command.body()[at] == 0) {
                throw new ProtocolException(
                        CloseReason.MALFORMED_COMMAND, "a %s with a zero in its group".formatted(command.name()));
            }
        }
    }

    private @Nullable Message onSubscription(Command command, Subscriptions form) throws ProtocolException {
        if (control.traces()) {
            control.trace("received " + command.name() + " " + dataText(command));
        }
        if (asked != form) {
            ignore();
            return null;
        }
        if (form == Subscriptions.GROUPS) {
            checkGroup(command);
        }
        return form.toMessage(command);
    }

    private void onPing(Command ping, long now) throws ProtocolException {
        int contextSize = ping.dataSize() - TTL_SIZE;
        if (contextSize < 0 || contextSize > LONGEST_CONTEXT) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND,
                    "a PING with %d bytes of data, allowed are %d to %d"
                            .formatted(ping.dataSize(), TTL_SIZE, TTL_SIZE + LONGEST_CONTEXT));
        }
        int timeToLive = Unsigned.uint16(ping.body(), ping.dataOffset());
        int contextAt = ping.dataOffset() + TTL_SIZE;
        byte[] context = Arrays.copyOfRange(ping.body(), contextAt, contextAt + contextSize);
        timers.onTimeToLive(timeToLive * TTL_UNIT_NANOS, now);
        if (!pinged) {
            pinged = true;
        }
        if (control.traces()) {
            control.trace("received PING, time to live %d ms, context %s"
                    .formatted(timeToLive * 100L, Printable.text(context)));
        }
        if (control.sendPong(Command.of(Command.PONG, context)) && control.traces()) {
            control.trace("sent PONG, context " + Printable.text(context));
        }
    }

    private void onPong(Command pong) {
        if (control.traces()) {
            control.trace("received PONG, context " + dataText(pong));
        }
    }

    private static String dataText(Command command) {
        return Printable.text(command.body(), command.dataOffset(), command.dataSize());
    }

    /** Commands that had no meaning here. Any thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, any reader
    private void ignore() {
        ignored++;
    }

    long ignored() {
        return ignored;
    }

    boolean isPinged() {
        return pinged;
    }
}
