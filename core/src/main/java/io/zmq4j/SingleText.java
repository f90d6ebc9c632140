package io.zmq4j;

import io.zmq4j.error.MessageShapeException;
import io.zmq4j.message.Message;

/** The text of a message of one frame. Of several, none is left out in silence. */
final class SingleText {
    private SingleText() {}

    static String of(Message message) {
        if (message.frameCount() != 1) {
            throw new MessageShapeException(
                    "received " + message.frameCount() + " frames where a text was asked for: " + message
                            + "; use receive()",
                    message);
        }
        return message.text();
    }
}
