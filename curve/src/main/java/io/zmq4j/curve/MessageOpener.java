package io.zmq4j.curve;

import io.zmq4j.curve.cipher.BoxOpener;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/** Takes the peer's MESSAGEs and nothing else; see {@link MessageSealer}. */
final class MessageOpener implements Opener {
    private final BoxOpener boxes;
    private int flags;

    MessageOpener(BoxOpener boxes) {
        this.boxes = boxes;
    }

    @Override
    public int overhead() {
        return MessageSealer.OVERHEAD;
    }

    @Override
    public byte[] open(byte[] bytes, int at, int size) throws ProtocolException {
        byte[] prefix = MessageSealer.PREFIX;
        int boxAt = at + prefix.length;
        if (size < MessageSealer.OVERHEAD || !Arrays.equals(bytes, at, boxAt, prefix, 0, prefix.length)) {
            throw refused("something else than a MESSAGE came after the handshake");
        }
        if (!boxes.isNew(bytes, boxAt)) {
            throw refused("a MESSAGE with a nonce that is not greater than the one before");
        }
        byte[] body = boxes.open(bytes, boxAt, size - prefix.length);
        if (body == null) {
            throw refused("MESSAGE's box does not open: it was not sealed by the peer, or changed");
        }
        flags = switch (boxes.first()) {
            case 0 -> 0;
            case MessageSealer.MORE -> FrameFlags.MORE;
            case MessageSealer.COMMAND -> FrameFlags.COMMAND;
            default -> throw refused("a MESSAGE with flags 0x%02X".formatted(boxes.first()));
        };
        return body;
    }

    private static ProtocolException refused(String detail) {
        return new ProtocolException(CloseReason.MALFORMED_FRAME, detail);
    }

    @Override
    public int flags() {
        return flags;
    }

    @Override
    public void rest() {
        boxes.rest();
    }

    @Override
    public void end() {
        boxes.end();
    }
}
