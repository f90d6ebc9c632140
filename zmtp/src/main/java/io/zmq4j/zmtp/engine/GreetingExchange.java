package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.util.Arrays;
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
final class GreetingExchange {
    private final byte[] own;
    private final ControlSender control;
    private final byte[] received = new byte[Greeting.SIZE];
    private int count;
    private @Nullable ZmtpVersion version;

    GreetingExchange(String mechanism, int identitySize, ControlSender control) {
        own = Greeting.of(mechanism, Downgrade.signaturePadding(identitySize));
        this.control = control;
    }

    /** What is sent at once. */
    byte[] signature() {
        return Arrays.copyOf(own, Greeting.SIGNATURE_SIZE);
    }

    /** Reads up to where {@link #version} is known; returns the position behind what was read. */
    int read(byte[] bytes, int position, int end) throws ProtocolException {
        int next = position;
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
                    "the peer greets with %s, we with %s"
                            .formatted(Greeting.describe(received), Greeting.describe(own)));
        }
        return Greeting.version(received);
    }

    private void send(int from, int to) {
        control.send(Arrays.copyOfRange(own, from, to));
    }

    /** The version to speak, or null while it is not known. */
    @Nullable
    ZmtpVersion version() {
        return version;
    }

    /** What was received of the peer. */
    byte[] received() {
        return Arrays.copyOf(received, count);
    }
}
