package io.zmq4j.interop;

import io.zmq4j.RepSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.util.function.Function;

/** Decides about the peers of the rig's context as a test says, right or wrong. Ends with the context. */
final class ScriptedHandler {
    private ScriptedHandler() {}

    /** @param reply gives all frames of the reply for all frames of the request, RFC 27 */
    static void start(Rig rig, Function<Message, Message> reply) {
        RepSocket handler = rig.context().rep();
        handler.bind("inproc://zeromq.zap.01");
        var unused = rig.start(() -> {
            try {
                while (true) {
                    handler.send(reply.apply(handler.receive()));
                }
            } catch (SocketClosedException e) {
                // The test is over.
            }
        });
    }

    /** A well-formed reply without metadata. */
    static Message reply(Message request, String status, String text, String userId) {
        return Message.of(request.text(0), request.text(1), status, text, userId, "");
    }
}
