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

    SealingToy(Metadata own) {
        this.own = own;
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
        return Step.sealed(
                Metadata.parse(command.body(), command.dataOffset()), new Seal(new ToySealer(), new ToyOpener()));
    }

    static final class ToySealer implements Sealer {
        private int nonce;

        @Override
        public long sealedSize(int size) {
            return (long) size + OVERHEAD;
        }

        @Override
        public void seal(int flags, byte[] body, byte[] into, int at) {
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
        private int nonce;
        private int flags;

        @Override
        public int overhead() {
            return OVERHEAD;
        }

        @Override
        public byte[] open(byte[] sealed) throws ProtocolException {
            nonce++;
            int end = sealed.length - 1;
            if (sealed[0] != (byte) nonce || sealed[end] != sum(sealed, 0, end)) {
                throw new ProtocolException(CloseReason.MALFORMED_FRAME, "not sealed by the peer, or not next");
            }
            flags = (sealed[1] ^ nonce) & 0xFF;
            var body = new byte[sealed.length - OVERHEAD];
            for (int i = 0; i < body.length; i++) {
                body[i] = (byte) (sealed[2 + i] ^ nonce);
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
