package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The session is over. What was sent in it and not acknowledged will be sent again, to whoever is there.
 *
 * @param reason a sentence for people; of one that a peer sent, 255 octets at most are read
 */
record Bye(int session, String reason) implements Command {
    private static final int MOST_OCTETS = 255;

    Bye {
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Message encode() {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return Message.wrap(ByteBuffer.allocate(PREFIX + text.length)
                .put(BYE)
                .putInt(session)
                .put(text)
                .array());
    }

    static Bye decode(int session, ByteBuffer header) {
        var text = new byte[Math.min(header.remaining(), MOST_OCTETS)];
        header.get(text);
        return new Bye(session, new String(text, StandardCharsets.UTF_8));
    }
}
