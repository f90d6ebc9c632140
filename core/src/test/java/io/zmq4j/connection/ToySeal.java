package io.zmq4j.connection;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.concurrent.locks.LockSupport;

/**
 * A mechanism that seals every frame, with a body that begins with a number and its flags, and is else turned around: what is out of
 * order, or was not sealed, is noticed. Its READY may need work first.
 *
 * <pre>
 *   octet   0 to 3   4       5 ..
 *           nonce    flags   the body from its last octet to its first
 * </pre>
 */
public class ToySeal implements Mechanism {
    private static final int OVERHEAD = 5;

    private final Metadata own;
    private final Runnable work;
    private final ToySealer sealer = new ToySealer();
    private final ToyOpener opener = new ToyOpener();

    /** {@code work} is asked for, off the thread that reads, before the peer is told READY. */
    ToySeal(Metadata own, Runnable work) {
        this.own = own;
        this.work = work;
    }

    /** One whose work takes a moment. */
    public static Mechanism slow(Metadata own) {
        return new ToySeal(own, () -> LockSupport.parkNanos(5_000_000));
    }

    /** One that is always ready. */
    static Mechanism quick(Metadata own) {
        return new ToySeal(own, () -> {}) {
            @Override
            public Step start() {
                return ready();
            }
        };
    }

    @Override
    public String name() {
        return "SEAL";
    }

    @Override
    public Step start() {
        return Step.working(() -> {
            work.run();
            return this::ready;
        });
    }

    final Step ready() {
        return Step.sending(Command.of(Command.READY, own.encode()));
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        return Step.sealed(Metadata.parse(command.body(), command.dataOffset()), new Seal(sealer, opener));
    }

    private static void turn(byte[] from, int at, byte[] into, int intoAt, int length) {
        for (int i = 0; i < length; i++) {
            into[intoAt + length - 1 - i] = from[at + i];
        }
    }

    /** Whether it has sealed something and opened something, and no thread is at either any more. */
    public boolean hasComeToRest() {
        return sealer.nonce > 0 && opener.nonce > 0 && sealer.isResting && opener.isResting;
    }

    public static final class ToySealer implements Sealer {
        private int nonce;
        private volatile boolean isResting;

        @Override
        public void rest() {
            isResting = true;
        }

        @Override
        public long sealedSize(int flags, byte[] body) {
            return (long) body.length + OVERHEAD;
        }

        @Override
        public void seal(int flags, byte[] body, byte[] into, int at) {
            isResting = false;
            nonce++;
            for (int i = 0; i < 4; i++) {
                into[at + i] = (byte) (nonce >>> 8 * i);
            }
            into[at + 4] = (byte) flags;
            turn(body, 0, into, at + OVERHEAD, body.length);
        }
    }

    public static final class ToyOpener implements Opener {
        private int nonce;
        private int flags;
        private volatile boolean isResting;

        @Override
        public void rest() {
            isResting = true;
        }

        @Override
        public int overhead() {
            return OVERHEAD;
        }

        @Override
        public byte[] open(byte[] bytes, int at, int size) throws ProtocolException {
            isResting = false;
            nonce++;
            for (int i = 0; i < 4; i++) {
                if (bytes[at + i] != (byte) (nonce >>> 8 * i)) {
                    throw new ProtocolException(CloseReason.MALFORMED_FRAME, "not next");
                }
            }
            flags = bytes[at + 4];
            var body = new byte[size - OVERHEAD];
            turn(bytes, at + OVERHEAD, body, 0, body.length);
            return body;
        }

        @Override
        public int flags() {
            return flags;
        }
    }
}
