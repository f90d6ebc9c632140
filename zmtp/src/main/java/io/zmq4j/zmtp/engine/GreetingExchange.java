package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends our greeting and reads the peer's until the version to speak is known.
 *
 * <p>Ours goes out in three parts, so that an older peer never sees a byte it would misread (RFC 37, "Detecting ZMTP
 * 1.0 and 2.0 Peers"):
 *
 * <pre>
 *   at once                        signature
 *   peer has a versioned greeting  major version
 *   peer has major version 3       the rest
 * </pre>
 *
 * Owned by the thread that drives the inbound half.
 */
final class GreetingExchange implements Phase {
    /** What came of it: the version to speak, and all that was received of the peer. */
    record Heard(ZmtpVersion version, byte[] bytes) {}

    private final byte[] own;
    private final ControlSender control;
    private final byte[] received = new byte[Greeting.SIZE];
    private int count;
    private final After<Heard> after;
    private @Nullable ZmtpVersion version;

    GreetingExchange(Security security, int identitySize, ControlSender control, After<Heard> after) {
        own = Greeting.of(security.mechanism(), security.isServer(), Downgrade.signaturePadding(identitySize));
        this.control = control;
        this.after = after;
    }

    /** What is sent at once. */
    byte[] signature() {
        return Arrays.copyOf(own, Greeting.SIGNATURE_SIZE);
    }

    @Override
    public int receive(byte[] bytes, int from, int end, long now) throws ProtocolException {
        int next = from;
        while (version == null && next < end) {
            received[count++] = bytes[next++];
            version = decide();
        }
        return next;
    }

    private @Nullable ZmtpVersion decide() throws ProtocolException {
        ZmtpVersion old = Downgrade.detect(received, count);
        if (old != null) {
            control.trace("received greeting ZMTP " + old);
            return old;
        }
        if (count == Greeting.SIGNATURE_SIZE) {
            send(Greeting.SIGNATURE_SIZE, Greeting.MAJOR_AT + 1);
        } else if (count == Greeting.MAJOR_AT + 1 && !Downgrade.isOldMajor(received)) {
            send(count, Greeting.SIZE);
            if (control.traces()) {
                control.trace("sent greeting " + Greeting.describe(own));
            }
        } else if (count == Greeting.SIZE) {
            return modern();
        }
        return null;
    }

    private ZmtpVersion modern() throws ProtocolException {
        if (control.traces()) {
            control.trace("received greeting " + Greeting.describe(received));
        }
        if (!Greeting.sameMechanism(own, received)) {
            throw new ProtocolException(
                    CloseReason.MECHANISM_MISMATCH,
                    "the peer greets with %s, we greet with %s"
                            .formatted(Greeting.describe(received), Greeting.describe(own)));
        }
        if (Greeting.areBothServers(own, received)) {
            throw new ProtocolException(
                    CloseReason.MECHANISM_MISMATCH,
                    "the peer greets with %s as its server, and so do we: one side must be the client"
                            .formatted(Greeting.describe(received)));
        }
        return Greeting.version(received);
    }

    private void send(int from, int to) {
        control.send(Arrays.copyOfRange(own, from, to));
    }

    @Override
    public boolean isOver() {
        return version != null;
    }

    @Override
    public Phase next(long now) throws ProtocolException {
        ZmtpVersion known = Objects.requireNonNull(version, "not over");
        return after.phase(new Heard(known, Arrays.copyOf(received, count)), now);
    }

    @Override
    public ProtocolException ended() {
        return new ProtocolException(
                CloseReason.CONNECTION_LOST,
                "the connection ended in the greeting; we greet with " + Greeting.describe(own));
    }
}
