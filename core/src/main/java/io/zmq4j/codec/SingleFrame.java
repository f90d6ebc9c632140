package io.zmq4j.codec;

import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import java.util.Arrays;

/** What the codecs for text and bytes read. */
final class SingleFrame {
    private static final char REPLACEMENT = '\uFFFD';

    private SingleFrame() {}

    static byte[] bytes(Message message) {
        return single(message).bytes();
    }

    static String text(Message message) {
        String text = single(message).text();
        // U+FFFD stands for what is no UTF-8, unless it was sent itself.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(Message.of(text).array(0), message.array(0))) {
            throw new DecodeException("codec text cannot read " + message.summary() + ": no UTF-8", message);
        }
        return text;
    }

    private static Message single(Message message) {
        if (message.frameCount() != 1) {
            throw new DecodeException("codecs text and bytes read one frame, not " + message.summary(), message);
        }
        return message;
    }
}
