package io.zmq4j.socket;

import io.zmq4j.message.Message;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told to do.
 *
 * @param way how requests stand in the socket's messages
 * @param owner what the application has of the socket: reachable as long as the server runs
 * @param work makes the reply
 * @param onError makes the reply to a request whose handler failed, or null for none
 * @param log is told of each handler that failed, and how many have by then
 * @param concurrency how many handlers may run at once
 * @param executor where they run; null for wherever is best
 */
public record Serving(
        Object owner,
        Way way,
        Work work,
        BiFunction<Message, Throwable, @Nullable Message> onError,
        ObjLongConsumer<Throwable> log,
        int concurrency,
        @Nullable Executor executor) {
    /** How requests stand in a socket's messages, and how many of them at once. */
    public enum Way {
        /** The whole message, one after the other: REP. */
        IN_TURN,
        /** Behind an envelope: ROUTER. */
        IN_ENVELOPE,
        /** A frame behind the number of who asks: SERVER. */
        BY_NUMBER
    }

    /** From a request's body to its reply's. */
    public interface Work {
        Message reply(Message request) throws Exception;
    }
}
