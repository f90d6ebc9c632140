package io.zmq4j.patterns.freelance;

import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's servers and requests, RFC 10. Pure: owned by one thread, time is what it is told.
 *
 * <p>A request goes to the first server that is alive, in the order in which they were named; and, whenever patience is over, to the
 * next one too. The first answer wins, whoever gives it.
 */
final class Calls {
    /** Where messages go. */
    interface Wire {
        /** False if the server cannot be reached now: nothing was sent. */
        boolean send(String server, Message message);
    }

    /** Who asks. Called once, from within a call of this class. */
    interface Caller {
        void answered(Message reply);

        void failed(Reason reason, int tries);
    }

    /**
     * How long is waited for what.
     *
     * @param patienceNanos for an answer, until the next server is asked too
     * @param pingNanos between two signs of life that a server is asked for
     * @param silenceNanos after which a server counts as silent
     * @param atOnce how many servers are asked at the beginning
     */
    record Pace(long patienceNanos, long pingNanos, long silenceNanos, int atOnce) {}

    /** After how long a server that cannot be reached is pinged again: it is heard of soon when it comes. */
    static final long UNREACHABLE_NANOS = 100_000_000;

    private static final class Server {
        private final String endpoint;
        private ServerState state = ServerState.UNHEARD;
        private long heardAt;
        private long pingAt;

        Server(String endpoint, long now) {
            this.endpoint = endpoint;
            heardAt = now;
            pingAt = now;
        }
    }

    private static final class Call {
        private final Message request;
        private final Caller caller;
        private final long deadline;
        private final Set<Server> asked = new HashSet<>();
        private @Nullable Server latest;
        private int tries;
        private long askedAt;
        private long nextAt;

        Call(Message request, Caller caller, long deadline) {
            this.request = request;
            this.caller = caller;
            this.deadline = deadline;
        }
    }

    private final List<Server> servers = new ArrayList<>();
    private final Map<Long, Call> calls = new LinkedHashMap<>();
    private final Wire wire;
    private final Pace pace;
    private long numbers;

    /** Not later than the first time at which a call has something to do. */
    private long lookAt;

    private long answered;
    private long failed;
    private long late;
    private long malformed;

    Calls(List<String> endpoints, Wire wire, Pace pace, long now) {
        endpoints.forEach(endpoint -> servers.add(new Server(endpoint, now)));
        this.wire = wire;
        this.pace = pace;
        lookAt = now;
    }

    /** Asks; the caller is told what comes of it, by {@code deadline} at the latest. */
    long begin(Message request, long deadline, Caller caller, long now) {
        long number = numbers++;
        var call = new Call(Flp.request(number, request), caller, deadline);
        calls.put(number, call);
        for (int i = 0; i < pace.atOnce; i++) {
            ask(call, now);
        }
        lookAt = earlier(lookAt, earlier(call.nextAt, deadline));
        return number;
    }

    /** Nobody waits for it any more. */
    void cancel(long number) {
        calls.remove(number);
    }

    private void ask(Call call, long now) {
        if (call.asked.size() == servers.size()) {
            call.asked.clear();
        }
        call.nextAt = now + pace.patienceNanos;
        for (var state : new ServerState[] {ServerState.ALIVE, ServerState.UNHEARD, ServerState.SILENT}) {
            for (var server : servers) {
                if (server.state == state && !call.asked.contains(server) && wire.send(server.endpoint, call.request)) {
                    call.asked.add(server);
                    call.latest = server;
                    call.askedAt = now;
                    call.tries++;
                    return;
                }
            }
        }
        // Nobody who was not asked can be reached: those who were, or somebody who comes back, may do.
        call.asked.clear();
        call.latest = null;
    }

    /** A server says something. */
    void received(String endpoint, Message message, long now) {
        for (var server : servers) {
            if (server.endpoint.equals(endpoint)) {
                server.state = ServerState.ALIVE;
                server.heardAt = now;
                server.pingAt = now + pace.pingNanos;
            }
        }
        if (message.equals(Flp.PONG)) {
            return;
        }
        OptionalLong number = Flp.number(message);
        if (number.isEmpty()) {
            malformed++;
            return;
        }
        Call call = calls.remove(number.getAsLong());
        if (call == null) {
            late++;
        } else {
            answered++;
            call.caller.answered(message.from(1));
        }
    }

    /** Does what is due. */
    void onTime(long now) {
        for (var server : servers) {
            if (server.state == ServerState.ALIVE && now - server.heardAt >= pace.silenceNanos) {
                isSilent(server, now);
            }
            if (now - server.pingAt >= 0) {
                boolean isSent = wire.send(server.endpoint, Flp.PING);
                server.pingAt = now + (isSent ? pace.pingNanos : Math.min(pace.pingNanos, UNREACHABLE_NANOS));
            }
        }
        if (now - lookAt >= 0) {
            look(now);
        }
    }

    private void look(long now) {
        for (var call : calls.values()) {
            if (now - call.nextAt >= 0) {
                Server latest = call.latest;
                // Who has said anything since is not dead, but slow.
                if (latest != null && latest.state != ServerState.SILENT && latest.heardAt - call.askedAt <= 0) {
                    isSilent(latest, now);
                }
            }
        }
        lookAt = now + pace.patienceNanos;
        for (var number : List.copyOf(calls.keySet())) {
            Call call = calls.get(number);
            if (call == null) {
                continue;
            }
            if (now - call.deadline >= 0) {
                calls.remove(number);
                failed++;
                call.caller.failed(call.tries == 0 ? Reason.NO_PEER : Reason.TIMEOUT, call.tries);
                continue;
            }
            if (now - call.nextAt >= 0) {
                ask(call, now);
            }
            lookAt = earlier(lookAt, earlier(call.nextAt, call.deadline));
        }
    }

    /** One time-out is enough: all who wait for this server alone go on to the next one now. */
    private void isSilent(Server server, long now) {
        server.state = ServerState.SILENT;
        for (var call : calls.values()) {
            if (call.latest == server) {
                call.nextAt = earlier(call.nextAt, now);
            }
        }
        lookAt = earlier(lookAt, now);
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    /** In how many nanoseconds {@link #onTime} has something to do, at the latest. */
    long next(long now) {
        long next = calls.isEmpty() ? Long.MAX_VALUE : lookAt - now;
        for (var server : servers) {
            next = Math.min(next, server.pingAt - now);
        }
        return next;
    }

    /** What is known of each server, in their order. */
    Map<String, ServerState> servers() {
        var states = new LinkedHashMap<String, ServerState>();
        servers.forEach(server -> states.put(server.endpoint, server.state));
        return states;
    }

    long answered() {
        return answered;
    }

    long failed() {
        return failed;
    }

    /** Answers that came after another one, or too late. */
    long late() {
        return late;
    }

    long malformed() {
        return malformed;
    }
}
