package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * ZMTP in all its versions (RFC 37, "Overall Behavior").
 *
 * <pre>
 *   inbound    GreetingExchange ──► HandshakePhase ──► ClearIn  or SealedIn
 *                          version           │ peer        ▲
 *                                            │             │ as the mechanism says
 *                                            ▼ once        ▼
 *   outbound   handshake's bytes ─────────────────────► ClearOut or SealedOut
 *
 *   any phase ──► closed: a reason was thrown
 * </pre>
 *
 * <p>The two halves share the {@link ControlQueue} and what the inbound half hands over to the {@link Outbound} half when the
 * handshake is complete, in one volatile store.
 *
 * <p>After construction the greeting waits: {@link #transmit} has something to send before anything is received.
 */
public final class ZmtpEngine implements Engine {
    private final EngineOptions options;
    private final EngineListener listener;
    private final ControlQueue queue = new ControlQueue();
    private final ControlSender control;
    private final Timers timers;
    private final TrafficCommands commands;
    private final Outbound outbound = new Outbound(queue);

    private Phase phase;

    /** From the greeting on; of no use once the traffic has begun. */
    private @Nullable MechanismHandshake handshake;

    /** What the traffic is sealed with, when it has begun; null for nothing. */
    private Mechanism.@Nullable Seal seal;

    /** What was thrown; null until then. */
    private @Nullable ProtocolException failure;

    /** Whether the listener takes one more message, where the handshake itself has given it one. */
    private boolean hasRoom = true;

    public ZmtpEngine(EngineOptions options, EngineListener listener, long now) {
        this.options = Objects.requireNonNull(options, "options");
        this.listener = Objects.requireNonNull(listener, "listener");
        control = new ControlSender(queue, listener);
        timers = new Timers(options, now);
        commands = new TrafficCommands(options, timers, control);
        byte[] identity = options.socketType().announcesIdentity() ? options.routingId() : Identity.NONE;
        Metadata metadata = metadata(options, identity);
        Mechanism mechanism = options.security().create(metadata, options.authenticates());
        var greeting = new GreetingExchange(
                options.security(),
                identity.length,
                control,
                (heard, at) -> handshake(heard, identity, metadata, mechanism, at));
        phase = greeting;
        // Not through control: the owner does not have the engine yet and cannot be told anything.
        queue.addHandshake(greeting.signature());
    }

    /** Engines of these options. */
    public static Factory with(EngineOptions options) {
        Objects.requireNonNull(options, "options");
        return (listener, now) -> new ZmtpEngine(options, listener, now);
    }

    private static Metadata metadata(EngineOptions options, byte[] identity) {
        var own = new Metadata();
        options.metadata().forEach((name, value) -> own.put(name, value.getBytes(StandardCharsets.UTF_8)));
        SocketType socketType = options.socketType();
        own.put(Metadata.SOCKET_TYPE, socketType.name().getBytes(StandardCharsets.US_ASCII));
        return socketType.announcesIdentity() ? own.put(Metadata.IDENTITY, identity) : own;
    }

    // ---- inbound

    @Override
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
            int position = phase.receive(bytes, offset, end, now);
            while (phase.isOver()) {
                phase = phase.next(now);
                if (hasRoom && position < end) {
                    position = phase.receive(bytes, position, end, now);
                }
            }
            return position - offset;
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    private Phase handshake(
            GreetingExchange.Heard heard, byte[] identity, Metadata metadata, Mechanism mechanism, long now)
            throws ProtocolException {
        ZmtpVersion version = heard.version();
        if (version.hasMechanisms()) {
            var secured = new MechanismHandshake(options.socketType(), version, mechanism, metadata, control);
            handshake = secured;
            var modern = new HandshakePhase(version.format(), secured, listener, (peer, at) -> {
                seal = secured.takeSeal();
                secured.end();
                handshake = null;
                return traffic(version, peer, at);
            });
            modern.start();
            return modern;
        }
        if (options.authenticates() || !mechanism.name().equals(NullMechanism.NAME)) {
            String asked = options.authenticates() ? " and authentication" : "";
            throw new ProtocolException(
                    CloseReason.MECHANISM_MISMATCH,
                    "the peer speaks ZMTP %s, which knows no security, and we ask for %s%s"
                            .formatted(version, mechanism.name(), asked));
        }
        if (options.socketType().hasGroups()) {
            throw new ProtocolException(
                    CloseReason.NOT_ZMTP,
                    "the peer speaks ZMTP %s, which has no commands, and %s asks for groups by command"
                            .formatted(version, options.socketType()));
        }
        var bare = new IdentityHandshake(options.socketType(), identity, version, heard.bytes(), control);
        var old = new HandshakePhase(version.format(), bare, listener, (peer, at) -> {
            Phase traffic = traffic(version, peer, at);
            if (bare.expectsEverything()) {
                hasRoom = listener.onMessage(Subscriptions.toEverything());
            }
            return traffic;
        });
        old.start();
        if (!bare.isVersioned()) {
            // What looked like a greeting was the beginning of the identity frame.
            old.receive(heard.bytes(), 0, heard.bytes().length, now);
        }
        return old;
    }

    private Phase traffic(ZmtpVersion version, PeerInfo peer, long now) throws ProtocolException {
        Mechanism.Seal agreed = seal;
        timers.onHandshake(version.hasTrafficCommands(), now);
        var delivery = new Delivery(new MessageAssembler(options.maxMessageSize()), commands, listener);
        var subscriptions = Subscriptions.of(options.socketType(), version);
        Phase inbound;
        if (agreed == null) {
            inbound = new ClearIn(version.format(), delivery, timers, listener);
            outbound.begin(new ClearOut(subscriptions, version, queue, listener));
        } else {
            inbound = new SealedIn(agreed.opener(), delivery, timers);
            outbound.begin(new SealedOut(agreed.sealer(), subscriptions, queue));
        }
        listener.onHandshake(peer);
        return inbound;
    }

    @Override
    public boolean wantsBytes() {
        return phase.wantsBytes();
    }

    @Override
    public void resume(Ask.Answer answer, long now) throws ProtocolException {
        Objects.requireNonNull(answer, "answer");
        throwIfClosed();
        try {
            phase.resume(answer);
            while (phase.isOver()) {
                phase = phase.next(now);
            }
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    @Override
    public int bodyMissing() {
        return phase.bodyMissing();
    }

    @Override
    public void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        Objects.requireNonNull(bytes, "bytes");
        throwIfClosed();
        if (!bytes.hasRemaining()) {
            return;
        }
        timers.onBytes();
        try {
            phase.receiveBody(bytes, now);
        } catch (ProtocolException reason) {
            throw closed(reason);
        }
    }

    @Override
    public void restInbound() {
        phase.rest();
    }

    @Override
    public ProtocolException endOfStream() {
        return failure != null ? failure : closed(phase.ended());
    }

    @Override
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

    @Override
    public long nextTick() {
        return failure != null ? Timers.NEVER : timers.next();
    }

    /** Commands of the peer that had no meaning here and were ignored. Any thread. */
    long ignoredCommands() {
        return commands.ignored();
    }

    @Override
    public boolean isPinged() {
        return commands.isPinged();
    }

    private ProtocolException closed(ProtocolException reason) {
        failure = reason;
        outbound.close();
        return reason;
    }

    private void throwIfClosed() throws ProtocolException {
        if (failure != null) {
            throw failure;
        }
    }

    // ---- outbound

    @Override
    public boolean transmit(Outgoing out, MessageSource source) {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(source, "source");
        return outbound.transmit(out, source);
    }

    @Override
    public @Nullable Message begun() {
        return outbound.begun();
    }

    @Override
    public void left(long total) {
        outbound.left(total);
    }

    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        Objects.requireNonNull(messages, "messages");
        outbound.recover(unsent, messages);
    }

    @Override
    public void restOutbound() {
        outbound.rest();
    }

    // ---- both

    @Override
    public void end() {
        MechanismHandshake unfinished = handshake;
        if (unfinished != null) {
            unfinished.end();
        }
        Mechanism.Seal agreed = seal;
        if (agreed != null) {
            agreed.end();
        }
    }
}
