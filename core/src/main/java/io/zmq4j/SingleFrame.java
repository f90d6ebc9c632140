package io.zmq4j;

import io.zmq4j.error.MessageShapeException;
import io.zmq4j.message.Message;

/** What a message of one frame says. Of several, none is left out in silence. */
final class SingleFrame {
    private SingleFrame() {}

    static String text(Message message) {
        return checked(message, "receiveText()").text();
    }

    static byte[] bytes(Message message) {
        return checked(message, "receiveBytes()").bytes();
    }

    private static Message checked(Message message, String call) {
        if (message.frameCount() != 1) {
            throw new MessageShapeException(
                    "received " + message.frameCount() + " frames, where " + call + " takes one: " + message
                            + "; use receive()",
                    message);
        }
        return message;
    }
}
