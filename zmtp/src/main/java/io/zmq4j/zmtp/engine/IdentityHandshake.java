package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.util.Arrays;
import java.util.Map;

/**
 * The handshake of ZMTP 1.0 and 2.0: each side sends its identity as one frame (RFC 13, "The Connection Layer"; RFC 15,
 * "Formal Grammar"). A 2.0 greeting has told the socket type before.
 */
final class IdentityHandshake implements Handshake {
    private final SocketType socketType;
    private final byte[] identity;
    private final ZmtpVersion version;
    private final byte[] greeting;
    private final ControlSender control;

    /** {@code greeting} is all that came before the identity frame; without a version in it, not even a signature. */
    IdentityHandshake(
            SocketType socketType, byte[] identity, ZmtpVersion version, byte[] greeting, ControlSender control) {
        this.socketType = socketType;
        this.identity = identity;
        this.version = version;
        this.greeting = greeting;
        this.control = control;
    }

    /** Whether the peer's greeting had a version, and therefore a socket type. */
    boolean isVersioned() {
        return greeting.length > Greeting.SIGNATURE_SIZE;
    }

    /** Whether the peer is a subscriber of a generation that sends no subscriptions. */
    boolean expectsEverything() {
        return !isVersioned() && socketType.topics() == SocketType.Topics.PUBLISHES;
    }

    /** To an unversioned peer the signature was already the header of our identity frame: the identity follows. */
    @Override
    public void start() throws ProtocolException {
        if (!isVersioned()) {
            control.send(identity);
            return;
        }
        int number = socketType.former().number();
        if (number == SocketType.NO_NUMBER) {
            throw new ProtocolException(
                    CloseReason.INCOMPATIBLE_SOCKET_TYPE,
                    "the peer speaks ZMTP %s, where a %s has no number".formatted(version, socketType));
        }
        var rest = new byte[1 + FrameFormat.MAX_HEADER + identity.length];
        rest[0] = (byte) number;
        int bodyAt = version.format().putHeader(rest, 1, 0, identity.length);
        System.arraycopy(identity, 0, rest, bodyAt, identity.length);
        control.send(Arrays.copyOf(rest, bodyAt + identity.length));
    }

    /** The flags of a 1.0 identity say nothing: the signature of any newer peer has MORE there. */
    @Override
    public void check(int flags, long bodySize) throws ProtocolException {
        if (isVersioned() && flags != 0) {
            throw new ProtocolException(CloseReason.MALFORMED_FRAME, "the identity frame says that more frames follow");
        }
        if (bodySize > Identity.LONGEST) {
            throw new ProtocolException(
                    CloseReason.INVALID_METADATA,
                    "an identity of %d bytes, allowed are %d".formatted(bodySize, Identity.LONGEST));
        }
    }

    @Override
    public PeerInfo receive(byte[] body) throws ProtocolException {
        // A peer without version does not tell its type: it is taken for the usual partner of ours.
        String peerType = isVersioned() ? told() : socketType.peers().get(0);
        byte[] peerIdentity = Identity.checked(body);
        return new PeerInfo(peerType, peerIdentity, version.toString(), null, null, Map.of());
    }

    private String told() throws ProtocolException {
        int number = Unsigned.uint8(greeting, Downgrade.SOCKET_TYPE_AT);
        String type = PeerTypes.numbered(socketType, number);
        if (type == null) {
            throw new ProtocolException(
                    CloseReason.INCOMPATIBLE_SOCKET_TYPE,
                    "a %s does not talk to ZMTP %s socket type %d".formatted(socketType, version, number));
        }
        return type;
    }
}
