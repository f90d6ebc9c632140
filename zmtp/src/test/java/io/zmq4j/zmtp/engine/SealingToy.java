package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;

/**
 * READY each way, and then every frame's body is sealed in the simplest way that shows an order, a change, and a frame that is
 * taken for another.
 *
 * <pre>
 *   octet   0       1              2 ..            last
 *           nonce   flags ^ nonce  body ^ nonce    sum of all before
 * </pre>
 */
final class SealingToy implements Mechanism {
    static final int OVERHEAD = 3;

    private final Metadata own;
    private final ToySealer sealer = new ToySealer();
    private final ToyOpener opener;
    private boolean isOver;

    SealingToy(Metadata own) {
        this(own, 0);
    }

    /** One that says its frames may be larger by so many bytes more. */
    SealingToy(Metadata own, int slack) {
        this.own = own;
        this.opener = new ToyOpener(slack);
    }

    @Override
    public String name() {
        return "SEAL";
    }

    @Override
    public Step start() {
        return Step.sending(Command.of(Command.READY, own.encode()));
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        return Step.sealed(Metadata.parse(command.body(), command.dataOffset()), new Seal(sealer, opener));
    }

    /** Whether neither half is in the middle of a row of frames. */
    boolean isResting() {
        return sealer.isResting() && opener.isResting();
    }

    /** Whether handshake, sealer and opener have all ended. */
    boolean isEnded() {
        return isOver && sealer.isEnded && opener.isEnded;
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void end() {
        isOver = true;
    }

    static final class ToySealer implements Sealer {
        private int nonce;
        private boolean isEnded;
        private boolean isResting = true;

        boolean isResting() {
            return isResting;
        }

        @Override
        public void rest() {
            isResting = true;
        }

        @Override
        public void end() {
            isEnded = true;
        }

        @Override
        public long sealedSize(int flags, byte[] body) {
            return (long) body.length + OVERHEAD;
        }

        @Override
        public void seal(int flags, byte[] body, byte[] into, int at) {
            isResting = false;
            nonce++;
            into[at] = (byte) nonce;
            into[at + 1] = (byte) (flags ^ nonce);
            for (int i = 0; i < body.length; i++) {
                into[at + 2 + i] = (byte) (body[i] ^ nonce);
            }
            into[at + 2 + body.length] = sum(into, at, 2 + body.length);
        }
    }

    static final class ToyOpener implements Opener {
        private final int slack;
        private int nonce;
        private int flags;
        private boolean isResting = true;
        private boolean isEnded;

        ToyOpener(int slack) {
            this.slack = slack;
        }

        boolean isResting() {
            return isResting;
        }

        @Override
        public void rest() {
            isResting = true;
        }

        @Override
        public void end() {
            isEnded = true;
        }

        @Override
        public int overhead() {
            return OVERHEAD;
        }

        @Override
        public int largestOverhead() {
            return OVERHEAD + slack;
        }

        @Override
        public byte[] open(byte[] bytes, int at, int size) throws ProtocolException {
            isResting = false;
            nonce++;
            int last = at + size - 1;
            if (bytes[at] != (byte) nonce || bytes[last] != sum(bytes, at, size - 1)) {
                throw new ProtocolException(CloseReason.MALFORMED_FRAME, "not sealed by the peer, or not next");
            }
            flags = (bytes[at + 1] ^ nonce) & 0xFF;
            var body = new byte[size - OVERHEAD];
            for (int i = 0; i < body.length; i++) {
                body[i] = (byte) (bytes[at + 2 + i] ^ nonce);
            }
            return body;
        }

        @Override
        public int flags() {
            return flags;
        }
    }

    private static byte sum(byte[] bytes, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += bytes[i];
        }
        return (byte) sum;
    }
}
