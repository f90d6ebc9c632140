package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The handshake of ZMTP 3.x: a mechanism's commands, ended by metadata, whose rules are checked here. */
final class MechanismHandshake implements Handshake {
    static final int LARGEST_COMMAND = 64 * 1024;

    /** Only visible characters, so no spaces (RFC 37, "The NULL Security Mechanism"). */
    private static final String INCOMPATIBLE_REASON = "Incompatible-Socket-Type";

    private static final Command INCOMPATIBLE = Command.of(Command.ERROR, Command.prefix(INCOMPATIBLE_REASON));

    private final SocketType socketType;
    private final ZmtpVersion version;
    private final Mechanism mechanism;
    private final Metadata own;
    private final ControlSender control;
    private final Admittance admittance;
    private final boolean isPlain;
    private @Nullable Ask ask;
    private Mechanism.@Nullable Seal seal;

    /** {@code own} is the metadata the mechanism sends. */
    MechanismHandshake(
            SocketType socketType, ZmtpVersion version, Mechanism mechanism, Metadata own, ControlSender control) {
        this.socketType = socketType;
        this.version = version;
        this.mechanism = mechanism;
        this.own = own;
        this.control = control;
        this.admittance = new Admittance(control);
        this.isPlain = mechanism.name().equals(Plain.NAME);
    }

    @Override
    public void start() throws ProtocolException {
        Mechanism.Step step = mechanism.start();
        send(step);
        ask = admittance.watched(step.ask());
    }

    @Override
    public void check(int flags, long bodySize) throws ProtocolException {
        if ((flags & FrameFlags.COMMAND) == 0) {
            throw new ProtocolException(
                    CloseReason.UNEXPECTED_COMMAND, "a message frame came before the handshake was complete");
        }
        if (bodySize > LARGEST_COMMAND) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND,
                    "a handshake command of %d bytes, allowed are %d".formatted(bodySize, LARGEST_COMMAND));
        }
    }

    @Override
    public @Nullable PeerInfo receive(byte[] body) throws ProtocolException {
        Command command = command(body);
        if (command.name().equals(Command.ERROR)) {
            throw Refusal.by(command, control);
        }
        Mechanism.Step step = mechanism.receive(command);
        if (control.traces()) {
            String properties = step.peer() == null ? "" : " " + step.peer();
            control.trace("received " + Printable.text(command.name()) + properties);
        }
        return take(step);
    }

    private Command command(byte[] body) throws ProtocolException {
        if (body.length == 0 && mechanism.takesEmptyCommands()) {
            return Command.EMPTY;
        }
        return Command.parse(isPlain ? MisspeltError.corrected(body) : body);
    }

    @Override
    public @Nullable Ask asks() {
        return ask;
    }

    /** What the traffic is sealed with, when the handshake is complete; null for nothing. It is the caller's to end. */
    Mechanism.@Nullable Seal takeSeal() {
        Mechanism.Seal agreed = seal;
        seal = null;
        return agreed;
    }

    @Override
    public @Nullable PeerInfo resume(Ask.Answer answer) throws ProtocolException {
        return take(answer.resume());
    }

    private @Nullable PeerInfo take(Mechanism.Step step) throws ProtocolException {
        // At once: whatever is wrong with the metadata, it has an end.
        seal = step.seal();
        Metadata metadata = step.peer();
        // First, so that a peer of the wrong type is not told that all is well.
        PeerInfo peer = metadata == null ? null : peer(metadata);
        send(step);
        ask = admittance.watched(step.ask());
        return peer;
    }

    @Override
    public void end() {
        mechanism.end();
        Mechanism.Seal unused = takeSeal();
        if (unused != null) {
            unused.end();
        }
    }

    private void send(Mechanism.Step step) {
        for (Command command : step.send()) {
            control.send(command.frame());
            if (control.traces()) {
                String properties = command.name().equals(Command.READY) ? " " + own : "";
                control.trace("sent " + command.name() + properties);
            }
        }
    }

    private PeerInfo peer(Metadata metadata) throws ProtocolException {
        byte[] typeName = metadata.value(Metadata.SOCKET_TYPE);
        if (typeName == null) {
            throw new ProtocolException(CloseReason.INVALID_METADATA, "the peer does not tell its Socket-Type");
        }
        String peerType = compatible(typeName);
        byte[] identity = metadata.value(Metadata.IDENTITY);
        // RFC 37, "The Identity Property": for all other socket types it shall be ignored.
        byte[] routingId = identity == null || !PeerTypes.announcesIdentity(socketType, peerType)
                ? Identity.NONE
                : Identity.checked(identity);
        return new PeerInfo(
                peerType,
                routingId,
                version.toString(),
                mechanism.name(),
                admittance.userId(),
                admittance.known(metadata));
    }

    /** RFC 37, "The Socket-Type Property": errors SHOULD be answered with ERROR before disconnecting. */
    private String compatible(byte[] typeName) throws ProtocolException {
        String type = PeerTypes.named(socketType, new String(typeName, StandardCharsets.US_ASCII));
        if (type != null) {
            return type;
        }
        String detail = "a %s does not talk to Socket-Type %s".formatted(socketType, Printable.text(typeName));
        control.send(INCOMPATIBLE.frame());
        control.trace("sent ERROR " + INCOMPATIBLE_REASON);
        throw new ProtocolException(CloseReason.INCOMPATIBLE_SOCKET_TYPE, detail);
    }
}
