package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Traffic that a mechanism has sealed: every frame's body hides another body and its flags. The flags outside say nothing, as
 * anybody on the way may have changed them.
 */
final class SealedIn implements Phase {
    private final FrameReader frames;
    private final Opener opener;
    private final Delivery delivery;
    private final Timers timers;

    /** Whether the listener takes one more message. */
    private boolean hasRoom;

    SealedIn(Opener opener, Delivery delivery, Timers timers) {
        this.frames = new FrameReader(FrameFormat.ZMTP_3, this::check);
        this.opener = opener;
        this.delivery = delivery;
        this.timers = timers;
    }

    @Override
    public int receive(byte[] bytes, int from, int end, long now) throws ProtocolException {
        hasRoom = true;
        int position = from;
        while (hasRoom && position < end) {
            boolean opened = next(bytes, position, end, now);
            position = frames.position();
            if (opened && opener.flags() == FrameFlags.COMMAND && position < end) {
                // As in the clear.
                timers.onBytes();
            }
        }
        return position;
    }

    @Override
    public void rest() {
        opener.rest();
    }

    /** Opens one frame; false if it is not all there yet. One that was not cut is opened where it lies. */
    private boolean next(byte[] bytes, int from, int end, long now) throws ProtocolException {
        if (frames.pass(bytes, from, end)) {
            open(bytes, frames.position() - frames.bodySize(), frames.bodySize(), now);
            return true;
        }
        byte[] collected = frames.read(bytes, from, end);
        if (collected == null) {
            return false;
        }
        open(collected, 0, collected.length, now);
        return true;
    }

    private void open(byte[] bytes, int at, int size, long now) throws ProtocolException {
        byte[] body = opener.open(bytes, at, size);
        if (opener.flags() == FrameFlags.COMMAND) {
            delivery.commands.check(body.length);
        } else {
            delivery.assembler.check(body.length);
        }
        hasRoom = delivery.take(opener.flags(), body, now);
    }

    /** What it is, is known when it is open: until then it may be the larger of a message and a command. */
    private void check(int flags, long sealedSize) throws ProtocolException {
        if (sealedSize < opener.overhead()) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_FRAME,
                    "a frame of %d bytes is shorter than any that was sealed".formatted(sealedSize));
        }
        long size = Math.max(0, sealedSize - opener.largestOverhead());
        if (!delivery.commands.allows(size)) {
            delivery.assembler.check(size);
        }
    }

    @Override
    public int bodyMissing() {
        return frames.bodySize() >= Outgoing.LARGE_BODY ? frames.bodyMissing() : 0;
    }

    @Override
    public void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        byte[] sealed = frames.readBody(bytes);
        if (sealed != null) {
            open(sealed, 0, sealed.length, now);
        }
    }

    @Override
    public ProtocolException ended() {
        return delivery.ended(frames);
    }
}
