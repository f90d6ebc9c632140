package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ShortMessage;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection's protocol engine: bytes and time in; bytes, messages and events out (RFC 37, "Overall Behavior").
 *
 * <p>Two halves that may run at the same time on two threads: {@link #transmit}, {@link #begun} and
 * {@link #takeUnsent} are the outbound half, the rest is the inbound half, where no other thread is named. They share
 * the {@link ControlQueue} and the volatile {@code state}; what the inbound half learns in the handshake it writes
 * before it sets {@code TRAFFIC}, and the outbound half reads it after it has seen {@code TRAFFIC}.
 *
 * <p>After construction the greeting waits: {@link #transmit} has something to send before anything is received. When
 * an engine throws a {@link ProtocolException} it is closed and throws the same again if used on; an ERROR command for
 * the peer may wait, so {@link #transmit} is worth one last call.
 */
public final class ZmtpEngine {
    private final EngineOptions options;
    private final EngineListener listener;
    private final ControlQueue queue = new ControlQueue();
    private final ControlSender control;
    private final byte[] identity;
    private final Metadata metadata;
    private final Mechanism mechanism;
    private final GreetingExchange greeting;
    private final Timers timers;
    private final TrafficCommands commands;
    private final MessageAssembler assembler;
    private final Outbound outbound;

    private volatile EngineState state = EngineState.GREETING;

    /** The version spoken, null in the greeting. */
    private @Nullable ZmtpVersion version;

    /** Null in the greeting. */
    private @Nullable FrameReader reader;

    /** Whether messages may look like {@link ShortMessage}. */
    private boolean shortMessages;

    /** Null except in the handshake. */
    private @Nullable Handshake handshake;

    /** What was thrown; null until then. */
    private @Nullable ProtocolException failure;

    /** Whether the listener takes one more message. */
    private boolean hasRoom = true;

    /** {@code now} in nanoseconds of any monotonic clock, here and in every method. */
    public ZmtpEngine(EngineOptions options, EngineListener listener, long now) {
        this.options = Objects.requireNonNull(options, "options");
        this.listener = Objects.requireNonNull(listener, "listener");
        control = new ControlSender(queue, listener);
        identity = options.socketType().announcesIdentity() ? options.routingId() : Identity.NONE;
        metadata = metadata();
        mechanism = new NullMechanism(metadata);
        greeting = new GreetingExchange(mechanism.name(), identity.length, control);
        timers = new Timers(options, now);
        commands = new TrafficCommands(options, timers, control);
        assembler = new MessageAssembler(options.maxMessageSize());
        outbound = new Outbound(options.socketType(), queue, listener);
        // Not through control: the owner does not have the engine yet and cannot be told anything.
        queue.addHandshake(greeting.signature());
    }

    private Metadata metadata() {
        byte[] type = options.socketType().name().getBytes(StandardCharsets.US_ASCII);
        var own = new Metadata().put(Metadata.SOCKET_TYPE, type);
        return options.socketType().announcesIdentity() ? own.put(Metadata.IDENTITY, identity) : own;
    }

    /**
     * Takes bytes from the peer.
     *
     * @return how many were taken: all of them, or fewer because the listener has no room; the rest must be given
     *     again when it has
     */
    public int receive(byte[] bytes, int offset, int length, long now) throws ProtocolException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        throwIfClosed();
        if (length == 0) {
            return 0;
        }
        timers.onBytes();
        hasRoom = true;
        int end = offset + length;
        try {
            int position = offset;
            if (state == EngineState.GREETING) {
                position = receiveGreeting(bytes, position, end, now);
            }
            return (state == EngineState.GREETING ? position : receiveFrames(bytes, position, end, now)) - offset;
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    private int receiveGreeting(byte[] bytes, int offset, int end, long now) throws ProtocolException {
        int position = greeting.read(bytes, offset, end);
        ZmtpVersion known = greeting.version();
        if (known != null) {
            startHandshake(known, now);
        }
        return position;
    }

    private void startHandshake(ZmtpVersion spoken, long now) throws ProtocolException {
        version = spoken;
        shortMessages = spoken.format().hasShortMessages();
        reader = new FrameReader(spoken.format(), this::check);
        state = EngineState.HANDSHAKE;
        if (spoken.hasMechanisms()) {
            handshake = new MechanismHandshake(options.socketType(), spoken, mechanism, metadata, control);
            handshake.start();
            return;
        }
        byte[] received = greeting.received();
        var old = new IdentityHandshake(options.socketType(), identity, spoken, received, control);
        handshake = old;
        old.start();
        if (!old.isVersioned()) {
            // What looked like a greeting was the beginning of the identity frame.
            receiveFrames(received, 0, received.length, now);
        }
    }

    private int receiveFrames(byte[] bytes, int offset, int end, long now) throws ProtocolException {
        FrameReader frames = there(reader);
        int position = offset;
        while (hasRoom && position < end) {
            int behind = receiveShortMessages(frames, bytes, position, end);
            if (behind > position) {
                position = behind;
                continue;
            }
            byte[] body = frames.read(bytes, position, end);
            position = frames.position();
            if (body != null) {
                onFrame(frames.flags(), body, now);
                if (frames.flags() == FrameFlags.COMMAND && position < end) {
                    // What follows a PING at once has already kept its time to live.
                    timers.onBytes();
                }
            } else if (frames.flags() == FrameFlags.COMMAND && frames.bodyMissing() > 0) {
                commands.checkName(frames);
            }
        }
        return position;
    }

    /** Takes the messages of one short frame that are there next, as many as there are; returns the position behind them. */
    private int receiveShortMessages(FrameReader frames, byte[] bytes, int offset, int end) throws ProtocolException {
        if (!shortMessages || state != EngineState.TRAFFIC || !frames.isBetweenFrames() || !assembler.isEmpty()) {
            return offset;
        }
        int position = offset;
        while (hasRoom) {
            int behind = ShortMessage.end(bytes, position, end);
            if (behind < 0) {
                break;
            }
            assembler.check(behind - position - ShortMessage.HEADER);
            hasRoom =
                    listener.onMessage(Message.wrap(Arrays.copyOfRange(bytes, position + ShortMessage.HEADER, behind)));
            position = behind;
        }
        return position;
    }

    /** The reader's rule: what may come is decided by the header, before memory is reserved. */
    private void check(int flags, long bodySize) throws ProtocolException {
        if (state == EngineState.HANDSHAKE) {
            there(handshake).check(flags, bodySize);
        } else if (flags == FrameFlags.COMMAND) {
            commands.check(bodySize);
        } else {
            assembler.check(bodySize);
        }
    }

    private void onFrame(int flags, byte[] body, long now) throws ProtocolException {
        if (state == EngineState.HANDSHAKE) {
            onHandshakeFrame(body, now);
        } else if (flags == 0) {
            hasRoom = listener.onMessage(assembler.finish(body));
        } else if (flags == FrameFlags.MORE) {
            assembler.add(body);
        } else {
            // The grammar has no command inside a message, but peers whose heartbeat fires there send one.
            Message message = commands.receive(Command.parse(body), now);
            if (message != null) {
                hasRoom = listener.onMessage(message);
            }
        }
    }

    private void onHandshakeFrame(byte[] body, long now) throws ProtocolException {
        PeerInfo peer = there(handshake).receive(body);
        if (peer == null) {
            return;
        }
        timers.onHandshake(there(version).hasTrafficCommands(), now);
        state = EngineState.TRAFFIC;
        listener.onHandshake(peer);
        if (handshake instanceof IdentityHandshake old && old.expectsEverything()) {
            hasRoom = listener.onMessage(Subscriptions.toEverything());
        }
        handshake = null;
    }

    /**
     * Bytes missing of a large body that is being collected, which may be given to {@link #receiveBody}; else 0. Not of a
     * command: its name says how large it may be, and is looked at as it comes.
     */
    public int bodyMissing() {
        return reader != null && reader.bodySize() >= Outgoing.LARGE_BODY && reader.flags() != FrameFlags.COMMAND
                ? reader.bodyMissing()
                : 0;
    }

    /** Takes bytes of the body that is being collected, at most {@link #bodyMissing} of them, without a detour. */
    public void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        Objects.requireNonNull(bytes, "bytes");
        throwIfClosed();
        if (reader == null) {
            throw new IllegalStateException("no body is being collected: bodyMissing() is 0");
        }
        if (!bytes.hasRemaining()) {
            return;
        }
        timers.onBytes();
        try {
            byte[] body = reader.readBody(bytes);
            if (body != null) {
                onFrame(reader.flags(), body, now);
            }
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    /** The stream ended: returns the reason, which depends on where in the protocol it ended. */
    public ProtocolException endOfStream() {
        if (failure != null) {
            return failure;
        }
        if (state != EngineState.TRAFFIC) {
            return closed(new ProtocolException(
                    CloseReason.CONNECTION_LOST, "the connection ended in the %s".formatted(phase())));
        }
        boolean betweenMessages = there(reader).isBetweenFrames() && assembler.isEmpty();
        return closed(
                betweenMessages
                        ? new ProtocolException(CloseReason.PEER_CLOSED, "the peer closed the connection")
                        : new ProtocolException(
                                CloseReason.CONNECTION_LOST, "the connection ended inside a message or command"));
    }

    private String phase() {
        return state == EngineState.GREETING ? "greeting" : "handshake";
    }

    /**
     * Fills {@code out}, which is empty, with control bytes and, once the handshake is complete, messages.
     *
     * @return whether anything was put there
     */
    public boolean transmit(Outgoing out, MessageSource source) {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(source, "source");
        // State before queue: the READY that belongs before the first message is in the queue when TRAFFIC is seen.
        boolean mayCarryMessages = state == EngineState.TRAFFIC;
        return outbound.transmit(out, source, mayCarryMessages ? version : null);
    }

    /**
     * The message of which {@link #transmit} has handed out a part, or in its last call a body by reference; else null. Its
     * bytes may be on their way for long, and none of it has arrived before they have.
     */
    public @Nullable Message begun() {
        return outbound.begun();
    }

    /** The format of the frames that {@link #transmit} hands out; null in the greeting. */
    @Nullable
    FrameFormat format() {
        return version == null ? null : version.format();
    }

    /** The message that {@link #transmit} has polled and not handed out to its end. */
    @Nullable
    Message current() {
        return outbound.current();
    }

    /**
     * Takes back the message that {@link #transmit} polled and did not hand out to its end; null if there is none. For an
     * owner that keeps what is unsent for the next connection, when this one has ended.
     */
    public @Nullable Message takeUnsent() {
        return outbound.takeUnsent();
    }

    /** Runs the timers. Called from the inbound half's thread or with that half at rest. */
    public void tick(long now) throws ProtocolException {
        throwIfClosed();
        if (!listener.isReading()) {
            timers.onPause(now);
        }
        try {
            if (timers.tick(queue.isPingWaiting(), now)) {
                commands.sendPing();
            }
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    /** When {@link #tick} wants to be called next, or {@link Long#MAX_VALUE}. */
    public long nextTick() {
        return state == EngineState.CLOSED ? Timers.NEVER : timers.next();
    }

    /** Whether the handshake is complete. Any thread. */
    public boolean isReady() {
        return state == EngineState.TRAFFIC;
    }

    /** Commands of the peer that had no meaning here and were ignored. Any thread. */
    public long ignoredCommands() {
        return commands.ignored();
    }

    /** Whether the peer has sent a PING. Any thread. */
    public boolean isPinged() {
        return commands.isPinged();
    }

    private ProtocolException closed(ProtocolException reason) {
        failure = reason;
        state = EngineState.CLOSED;
        return reason;
    }

    /** What the state says is there. */
    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "not in this state");
    }

    private void throwIfClosed() throws ProtocolException {
        if (failure != null) {
            throw failure;
        }
    }
}
