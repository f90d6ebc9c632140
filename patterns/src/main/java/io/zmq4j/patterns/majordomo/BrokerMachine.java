package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.BrokerCount.LEFT;
import static io.zmq4j.patterns.majordomo.BrokerCount.LOST;
import static io.zmq4j.patterns.majordomo.BrokerCount.MALFORMED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REQUESTS;
import static io.zmq4j.patterns.majordomo.BrokerCount.UNEXPECTED;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a broker: messages and time in, messages out. Whoever calls it does so from one thread at a time, with nanoseconds
 * that never go back.
 *
 * <p>A worker is idle or has one request:
 *
 * <pre>
 *             READY                    a request for its service
 *   unknown ─────────▶ idle ───────────────────────────────▶ busy
 *      ▲                │ ◀─────────────────────────────────── │
 *      │                │              its final reply         │
 *      └── DISCONNECT, silence, unreachable, unexpected ◀──────┘  the request goes to another worker
 * </pre>
 */
final class BrokerMachine {
    private final BrokerOptions options;
    private final Outlet outlet;
    private final Counts counts = new Counts();
    private final Answers answers;
    private final Services services;
    private long nextHeartbeat;

    BrokerMachine(BrokerOptions options, Outlet outlet, long now) {
        this.options = options;
        this.outlet = outlet;
        this.answers = new Answers(outlet, counts);
        this.services = new Services(options, outlet, answers, counts);
        this.nextHeartbeat = now + options.heartbeatNanos;
    }

    /**
     * Takes a message as a ROUTER receives it: behind the routing id of its sender.
     *
     * @param mayRestart whether the sender understands {@link io.zmq4j.patterns.majordomo.protocol.ClientRestart}
     */
    void onMessage(Message message, boolean mayRestart, long now) {
        if (message.frameCount() < 2) {
            counts.add(MALFORMED);
            return;
        }
        Frame sender = message.first();
        Message command = message.from(1);
        ClientRequest request = ClientRequest.parse(command);
        if (request != null) {
            onRequest(sender, request, mayRestart, now);
            return;
        }
        WorkerCommand fromWorker = WorkerCommand.parse(command);
        if (fromWorker != null) {
            onCommand(sender, fromWorker, now);
        } else {
            counts.add(MALFORMED);
        }
    }

    // ---- clients

    private void onRequest(Frame client, ClientRequest request, boolean mayRestart, long now) {
        if (request.service().startsWith(ServiceName.MANAGEMENT)) {
            counts.add(REQUESTS);
            answers.send(
                    client,
                    new ClientReply(request.version(), ReplyPart.FINAL, request.service(), management(request)));
        } else {
            long deadline = now + options.requestExpiryNanos;
            services.take(
                    request.service(), new Waiting(client, request.version(), request.body(), mayRestart, deadline));
        }
    }

    /** RFC 8, "Default services". */
    private Message management(ClientRequest request) {
        if (!request.service().equals("mmi.service")) {
            return Message.of("501");
        }
        return Message.of(services.hasWorkers(request.body().text()) ? "200" : "404");
    }

    // ---- workers

    private void onCommand(Frame sender, WorkerCommand command, long now) {
        Registration worker = services.worker(sender);
        if (command instanceof Ready ready && worker == null) {
            register(sender, ready, now);
        } else if (command instanceof Disconnect) {
            if (worker != null) {
                counts.add(LEFT);
                services.remove(worker);
            }
        } else if (worker == null || worker.version != command.version()) {
            sendAway(sender, worker, command.version());
        } else if (command instanceof Heartbeat) {
            worker.heardNanos = now;
        } else if (command instanceof Reply reply
                && worker.request != null
                && worker.request.client.equals(reply.address())) {
            worker.heardNanos = now;
            answers.pass(worker.request, worker.service.name, reply.part(), reply.body());
            if (reply.part() == ReplyPart.FINAL) {
                services.answered(worker, worker.request);
            }
        } else {
            sendAway(sender, worker, command.version());
        }
    }

    private void register(Frame sender, Ready ready, long now) {
        if (ready.service().startsWith(ServiceName.MANAGEMENT)) {
            sendAway(sender, null, ready.version());
        } else if (!services.register(sender, ready.version(), ready.service(), now)) {
            disconnect(sender, ready.version());
        }
    }

    /** RFC 7, "Opening and Closing a Connection": a valid but unexpected command is answered with DISCONNECT, and then nothing. */
    private void sendAway(Frame sender, @Nullable Registration worker, MdpVersion version) {
        counts.add(UNEXPECTED);
        disconnect(sender, version);
        if (worker != null) {
            services.remove(worker);
        }
    }

    private void disconnect(Frame worker, MdpVersion version) {
        outlet.trySend(new Disconnect(version).toMessage().prepend(Message.of(worker)));
    }

    // ---- time

    /** When to call {@link #onTime} again. */
    long nextTime() {
        return nextHeartbeat;
    }

    /** Sends heartbeats that are due, and gives up who was silent and what waited for too long. */
    void onTime(long now) {
        if (now - nextHeartbeat < 0) {
            return;
        }
        // Who was away itself, suspended or without a processor, has not listened: that is nobody's silence.
        long away = Math.max(0, now - nextHeartbeat - options.heartbeatNanos);
        nextHeartbeat = now + options.heartbeatNanos;
        for (Registration worker : services.workers()) {
            worker.heardNanos += away;
            // One that was given the request of another one that was lost may be gone already.
            if (services.worker(worker.routingId) == worker && !isThere(worker, now)) {
                counts.add(LOST);
                services.remove(worker);
            }
        }
        services.expire(now);
    }

    private boolean isThere(Registration worker, long now) {
        long allowed = worker.request == null ? options.idleExpiryNanos() : options.busyExpiryNanos();
        return now - worker.heardNanos <= allowed && outlet.trySend(worker.addressed(new Heartbeat(worker.version)));
    }

    /** Tells all workers that the broker ends (RFC 7: it may at any time). */
    void end() {
        services.workers().forEach(worker -> outlet.trySend(worker.addressed(new Disconnect(worker.version))));
    }

    BrokerStatistics statistics() {
        return services.statistics();
    }
}
