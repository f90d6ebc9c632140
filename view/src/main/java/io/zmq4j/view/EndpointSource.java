package io.zmq4j.view;

import io.zmq4j.Context;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import io.zmq4j.snapshot.ContextSnapshot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks a process that serves its statistics at an endpoint, by a REQ: {@code stats 1}, of which the number is the schema. The server
 * may come and go: the next look finds it again.
 */
public final class EndpointSource implements Source {
    /** How long a look takes at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Message QUESTION = Message.of("stats " + ContextSnapshot.SCHEMA);

    private final String endpoint;
    private final Duration patience;
    private final Context context;
    private final ReqSocket socket;
    private final SnapshotReader reader = new SnapshotReader();

    private EndpointSource(String endpoint, Duration patience, Context context, ReqSocket socket) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.context = context;
        this.socket = socket;
    }

    /**
     * Asks at an endpoint.
     *
     * @param patience how long a look takes at most; positive
     * @param settings applied to the socket before it is connected, such as {@code SECURITY}
     * @throws ViewException if that is no endpoint
     */
    public static EndpointSource connect(String endpoint, Duration patience, Consumer<ReqSocket> settings)
            throws ViewException {
        var context = Context.builder().name("view").build();
        try {
            var socket = context.req();
            // An UTF-8 character takes three bytes at most for each char.
            socket.linger(Duration.ZERO).maxMessageSize(3L * SnapshotReader.MAX_LENGTH);
            settings.accept(socket);
            socket.connect(endpoint);
            return new EndpointSource(endpoint, patience, context, socket);
        } catch (ZmqException | IllegalArgumentException e) {
            context.close(Duration.ZERO);
            throw new ViewException(Plain.text(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public String name() {
        return endpoint;
    }

    @Override
    public List<ContextSnapshot> look() throws ViewException {
        try {
            return reader.read(text(socket.request(QUESTION, patience)));
        } catch (RequestFailedException e) {
            throw new ViewException(name() + ": " + Plain.text(why(e)), e);
        } catch (ZmqException e) {
            throw new ViewException(name() + ": " + Plain.text(String.valueOf(e.getMessage())), e);
        } catch (ViewException e) {
            throw new ViewException(name() + ": " + e.getMessage(), e);
        }
    }

    private static String text(Message reply) throws ViewException {
        if (reply.frameCount() != 1) {
            throw new ViewException("what it sent is no snapshot: " + reply.frameCount() + " frames instead of one");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(reply.array(0)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ViewException("what it sent is no snapshot: it is not UTF-8", e);
        }
    }

    private static String why(RequestFailedException e) {
        return switch (e.reason()) {
            case TIMEOUT ->
                "somebody is there and does not answer 'stats " + ContextSnapshot.SCHEMA
                        + "': does Context.serveStatistics serve this endpoint?";
            case CONNECTION_LOST -> "the connection broke before the answer came";
            default -> String.valueOf(e.getMessage());
        };
    }

    @Override
    public void close() {
        context.close(Duration.ofSeconds(1));
    }
}
