package io.zmq4j.view;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.Fields.WrongFieldException;
import io.zmq4j.zmtp.CloseReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link ContextSnapshot#toJson} writes, from somebody who may lie. Members that it does not know are ignored, as are
 * values of an enumeration that a later version has and this one has not. Safe for any thread.
 */
public final class SnapshotReader {
    /** The longest document that is read, in characters: some 50,000 peers. */
    public static final int MAX_LENGTH = 16 << 20;

    private static final int MAX_TOKENS = 2_000_000;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT = 64 << 10;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_LENGTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(1000)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .build();

    /**
     * The snapshots in a JSON object, which is one, or in an array of such objects.
     *
     * @throws ViewException if the text is no such thing, is longer than it may be, is of another schema, or if it is an object with
     *     the member {@code error}, whose text is then its message
     */
    public List<ContextSnapshot> read(String json) throws ViewException {
        try {
            if (json.length() > MAX_LENGTH) {
                throw new ViewException("what it sent is longer than a snapshot may be, " + MAX_LENGTH + " characters");
            }
            var root = mapper.readTree(json);
            var contexts = new ArrayList<ContextSnapshot>();
            for (var one : root.isArray() ? root.values() : List.of(root)) {
                contexts.add(context(one));
            }
            return List.copyOf(contexts);
        } catch (JacksonException e) {
            throw new ViewException(
                    "what it sent is no JSON that is a snapshot: " + Plain.text(e.getOriginalMessage()), e);
        } catch (WrongFieldException e) {
            throw new ViewException("what it sent is no snapshot: " + Plain.text(String.valueOf(e.getMessage())), e);
        }
    }

    private static ContextSnapshot context(JsonNode root) throws ViewException {
        var fields = new Fields(root, "");
        if (fields.has("error") && !fields.has("schema")) {
            throw new ViewException("it says: " + Plain.text(fields.text("error")));
        }
        long schema = fields.number("schema");
        if (schema != ContextSnapshot.SCHEMA) {
            throw new ViewException("it gives statistics of schema " + schema + ", and this program knows schema "
                    + ContextSnapshot.SCHEMA + " only: one of the two is too old");
        }
        return new ContextSnapshot(
                fields.text("name"),
                fields.smallNumber("number"),
                fields.text("version"),
                fields.number("pid"),
                fields.instant("takenAt"),
                fields.millis("age"),
                fields.list("loops", SnapshotReader::loop),
                fields.list("sockets", SnapshotReader::socket),
                fields.list("ended", SnapshotReader::ended),
                fields.list("events", SnapshotReader::event));
    }

    private static LoopSnapshot loop(Fields loop) {
        return new LoopSnapshot(loop.text("name"), loop.bool("alive"), loop.number("rounds"));
    }

    private static SocketSnapshot socket(Fields socket) {
        return new SocketSnapshot(
                socket.number("id"),
                socket.text("type"),
                socket.text("name"),
                socket.millis("age"),
                socket.list("endpoints", SnapshotReader::endpoint),
                socket.smallNumber("sendHighWaterMark"),
                socket.smallNumber("receiveHighWaterMark"),
                socket.smallNumber("waitingSenders"),
                socket.smallNumber("waitingReceivers"),
                new SocketStatistics(
                        traffic(socket),
                        socket.number("connectionsMade"),
                        socket.number("connectionsEnded"),
                        drops(socket),
                        socket.list("peers", SnapshotReader::peer)),
                socket.map("options", options -> options::text),
                connections(socket));
    }

    private static @Nullable EndpointSnapshot endpoint(Fields endpoint) {
        var state = Fields.known(EndpointState.class, endpoint.text("state"));
        return state == null
                ? null
                : new EndpointSnapshot(
                        endpoint.text("uri"),
                        endpoint.bool("bound"),
                        state,
                        endpoint.smallNumber("peers"),
                        endpoint.textOrNull("lastError"),
                        endpoint.millisOrNull("nextTry"));
    }

    private static PeerStatistics peer(Fields peer) {
        return new PeerStatistics(
                peer.text("endpoint"),
                peer.textOrNull("address"),
                peer.textOrNull("type"),
                peer.hex("routingId"),
                peer.textOrNull("mechanism"),
                peer.bool("connected"),
                peer.number("connections"),
                peer.millis("age"),
                peer.smallNumber("sendHighWaterMark"),
                peer.smallNumber("receiveHighWaterMark"),
                traffic(peer));
    }

    private static EndedSockets ended(Fields ended) {
        return new EndedSockets(
                ended.text("type"),
                ended.text("name"),
                ended.number("count"),
                traffic(ended),
                ended.number("connectionsMade"),
                drops(ended),
                connections(ended));
    }

    private static @Nullable LoggedEvent event(Fields event) {
        var type = Fields.known(SocketEvent.Type.class, event.text("type"));
        if (type == null) {
            return null;
        }
        var reason = event.textOrNull("reason");
        return new LoggedEvent(
                event.number("number"),
                event.instant("at"),
                event.number("socketId"),
                event.text("socket"),
                new SocketEvent(
                        type,
                        event.text("endpoint"),
                        event.textOrNull("peer"),
                        reason == null ? null : Fields.known(CloseReason.class, reason),
                        event.text("detail"),
                        event.signedNumber("value")));
    }

    private static Traffic traffic(Fields of) {
        return new Traffic(
                of.number("messagesIn"),
                of.number("bytesIn"),
                of.number("messagesOut"),
                of.number("bytesOut"),
                of.number("queuedIn"),
                of.number("queuedOut"));
    }

    private static Map<DropReason, Long> drops(Fields of) {
        return counts(of, "drops", DropReason.class);
    }

    private static ConnectionTotals connections(Fields of) {
        return new ConnectionTotals(
                counts(of, "connectionsRefused", CloseReason.class),
                counts(of, "connectionsEndedBy", CloseReason.class),
                of.number("connectRetries"));
    }

    /** Without those that this version does not know. */
    private static <E extends Enum<E>> Map<E, Long> counts(Fields of, String name, Class<E> kind) {
        var counts = new EnumMap<E, Long>(kind);
        of.map(name, each -> each::number).forEach((word, count) -> {
            var known = Fields.known(kind, word);
            if (known != null) {
                counts.put(known, count);
            }
        });
        return counts;
    }
}
