package io.zmq4j.bridge.replay;

import io.zmq4j.bridge.spi.Start;
import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;

/**
 * What somebody asks for:
 *
 * <pre>
 * frame 0  from where on, such as beginning or offset:17, see {@link Start}
 * frame 1  a prefix of the first frame of each message that is wanted, as in a subscription; if it is not there, all are
 * </pre>
 */
record Request(Start start, byte[] prefix) {
    /**
     * Reads one, without the routing id.
     *
     * @throws IllegalArgumentException if it is none, with what one is
     */
    static Request parse(Message message) {
        if (message.frameCount() > 2) {
            throw new IllegalArgumentException("a request of " + message.frameCount()
                    + " frames is none: it has one or two, from where on, and a prefix");
        }
        Start start = Start.parse(new String(message.array(0), StandardCharsets.UTF_8));
        return new Request(start, message.frameCount() == 1 ? new byte[0] : message.array(1));
    }

    boolean wants(Message published) {
        return published.startsWith(0, prefix);
    }
}
