package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/** Takes the peer's MESSAGEs and nothing else; see {@link MessageToken}. */
final class MessageOpener implements Opener {
    /** The framing, a token of one octet and the flags octet: any real one has more. */
    private static final int SMALLEST = MessageToken.FRAMING + 1;

    private final SecurityContext context;
    private final int largestOverhead;
    private int flags;

    MessageOpener(SecurityContext context) throws ProtocolException {
        this.context = context;
        this.largestOverhead = SMALLEST + context.largestOverhead();
    }

    @Override
    public int overhead() {
        return SMALLEST;
    }

    @Override
    public int largestOverhead() {
        return largestOverhead;
    }

    @Override
    public byte[] open(byte[] bytes, int at, int size) throws ProtocolException {
        byte[] clear = MessageToken.unwrapped(context, bytes, at, size);
        int told = clear[0];
        flags = switch (told) {
            case 0, MessageToken.SUBSCRIBE, MessageToken.CANCEL -> 0;
            case MessageToken.MORE -> FrameFlags.MORE;
            case MessageToken.COMMAND,
                    MessageToken.COMMAND | MessageToken.SUBSCRIBE,
                    MessageToken.COMMAND | MessageToken.CANCEL -> FrameFlags.COMMAND;
            default -> throw MessageToken.refused("a MESSAGE with flags 0x%02X".formatted(told & 0xFF));
        };
        if (told == MessageToken.SUBSCRIBE || told == MessageToken.CANCEL) {
            // libzmq, from 4.3.5 on: the topic alone. As a message it has one octet in front of it, in ZMTP 3.0's way.
            clear[0] = (byte) (told == MessageToken.SUBSCRIBE ? 1 : 0);
            return clear;
        }
        return Arrays.copyOfRange(clear, 1, clear.length);
    }

    @Override
    public int flags() {
        return flags;
    }
}
