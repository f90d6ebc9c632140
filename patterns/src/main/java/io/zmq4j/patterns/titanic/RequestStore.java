package io.zmq4j.patterns.titanic;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.titanic.log.FrameList;
import io.zmq4j.patterns.titanic.log.Location;
import io.zmq4j.patterns.titanic.log.RecordLog;
import io.zmq4j.patterns.titanic.log.RecordLog.Moved;
import io.zmq4j.patterns.titanic.log.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a Titanic server, on disk; in memory is where they lie. One thread at a time.
 *
 * <pre>
 *            submit             answer
 *   unknown ────────▶ PENDING ─────────▶ ANSWERED
 *      ▲                 │                   │
 *      └───── close ─────┴───────────────────┘
 * </pre>
 */
final class RequestStore implements AutoCloseable {
    enum State {
        PENDING,
        ANSWERED
    }

    /** @param location of the one record that is still needed: the request if it is pending, else the reply */
    private record Entry(State state, Location location) {}

    private final TitanicOptions options;
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final RecordLog log;
    private int pending;

    private RequestStore(Path directory, TitanicOptions options) throws IOException {
        this.options = options;
        Map<UUID, Entry> found = entries;
        this.log = RecordLog.open(directory, options.segmentBytes, (type, id, location) -> {
            Entry known = found.get(id);
            switch (type) {
                // What was moved on lies behind what was said later.
                case REQUEST -> {
                    if (known == null || known.state == State.PENDING) {
                        found.put(id, new Entry(State.PENDING, location));
                    }
                }
                case REPLY -> found.put(id, new Entry(State.ANSWERED, location));
                case CLOSE -> found.remove(id);
            }
        });
        for (Entry each : entries.values()) {
            log.live(each.location);
            pending += each.state == State.PENDING ? 1 : 0;
        }
    }

    static RequestStore open(Path directory, TitanicOptions options) throws IOException {
        return new RequestStore(directory, options);
    }

    // ---- what clients and workers do

    /** Keeps a request. */
    void submit(UUID id, String service, Message body) throws IOException, RefusedException {
        Message request = body.prepend(service);
        long size = FrameList.size(request);
        if (size > options.maxRequestBytes) {
            throw new RefusedException(
                    "a request of " + size + " bytes is too large: " + options.maxRequestBytes + " are allowed");
        }
        if (entries.size() >= options.maxRequests) {
            throw new RefusedException(
                    "the store has " + entries.size() + " requests, as many as are allowed: close some");
        }
        if (log.bytes() + size > options.maxBytes) {
            throw new RefusedException("the store has " + log.bytes() + " bytes of " + options.maxBytes
                    + " that are allowed: close requests");
        }
        put(id, State.PENDING, log.append(RecordType.REQUEST, id, FrameList.encode(request)));
    }

    /** Keeps the reply to a request, if that is still pending. */
    boolean answer(UUID id, Message reply) throws IOException {
        Entry known = entries.get(id);
        if (known == null || known.state == State.ANSWERED) {
            return false;
        }
        put(id, State.ANSWERED, log.append(RecordType.REPLY, id, FrameList.encode(reply)));
        return true;
    }

    /** Forgets a request and its reply. */
    boolean close(UUID id) throws IOException {
        if (!entries.containsKey(id)) {
            return false;
        }
        log.append(RecordType.CLOSE, id, new byte[0]);
        put(id, null, null);
        return true;
    }

    private void put(UUID id, @Nullable State state, @Nullable Location location) {
        Entry before =
                state == null || location == null ? entries.remove(id) : entries.put(id, new Entry(state, location));
        if (before != null) {
            log.dead(before.location);
            pending -= before.state == State.PENDING ? 1 : 0;
        }
        if (location != null) {
            log.live(location);
            pending += state == State.PENDING ? 1 : 0;
        }
    }

    // ---- questions

    /** How a request stands; null if there is none. */
    @Nullable
    State state(UUID id) {
        Entry known = entries.get(id);
        return known == null ? null : known.state;
    }

    /** A pending request: its service, and behind that its body; null if it is not pending. */
    @Nullable
    Message request(UUID id) throws IOException {
        return payload(id, State.PENDING);
    }

    /** The reply to a request; null if there is none. */
    @Nullable
    Message reply(UUID id) throws IOException {
        return payload(id, State.ANSWERED);
    }

    private @Nullable Message payload(UUID id, State state) throws IOException {
        Entry known = entries.get(id);
        return known == null || known.state != state ? null : FrameList.decode(log.read(known.location));
    }

    /** The requests that have no reply. */
    List<UUID> pendingIds() {
        List<UUID> ids = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (entry.state == State.PENDING) {
                ids.add(id);
            }
        });
        return ids;
    }

    int pending() {
        return pending;
    }

    int answered() {
        return entries.size() - pending;
    }

    RecordLog log() {
        return log;
    }

    // ---- the disk

    void sync() throws IOException {
        log.sync();
    }

    /** Gives back room on the disk, at most that of one segment with what is still needed in it. */
    void compact() throws IOException {
        log.dropDead();
        List<Moved> moved = log.toMove((id, location) -> {
            Entry known = entries.get(id);
            return known != null && known.location.equals(location);
        });
        if (moved == null) {
            return;
        }
        for (Moved each : moved) {
            Entry known = entries.get(each.id());
            if (known != null) {
                put(each.id(), known.state, log.append(each.type(), each.id(), log.read(each.from())));
            }
        }
        log.dropDead();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
