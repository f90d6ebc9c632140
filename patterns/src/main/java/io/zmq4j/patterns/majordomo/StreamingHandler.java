package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Message;
import java.util.function.Consumer;

/** Makes the reply to a request part by part: what a worker of version 0.2 may call (RFC 18, PARTIAL and FINAL). */
@FunctionalInterface
public interface StreamingHandler {
    /**
     * The reply to a request.
     *
     * @param parts takes each part but the last, which goes to the client at once; waits while the broker takes none. Throws {@link
     *     io.zmq4j.error.SocketClosedException} when nobody wants the reply any more, as the broker is lost or has given the request
     *     to another worker: the handler lets that through. For the handler's thread alone, and not after it has returned
     * @return the last part, or the only one
     * @throws Exception whatever went wrong: {@link WorkerOptions#onError} says what is the last part instead
     */
    Message handle(Message request, Consumer<Message> parts) throws Exception;
}
