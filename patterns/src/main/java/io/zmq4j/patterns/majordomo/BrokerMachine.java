package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.BrokerCount.ABANDONED;
import static io.zmq4j.patterns.majordomo.BrokerCount.EXPIRED;
import static io.zmq4j.patterns.majordomo.BrokerCount.LEFT;
import static io.zmq4j.patterns.majordomo.BrokerCount.LOST;
import static io.zmq4j.patterns.majordomo.BrokerCount.MALFORMED;
import static io.zmq4j.patterns.majordomo.BrokerCount.PARTIAL_DROPPED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REDELIVERED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_FULL;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_SERVICE;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_WORKER;
import static io.zmq4j.patterns.majordomo.BrokerCount.REGISTERED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REPLIES;
import static io.zmq4j.patterns.majordomo.BrokerCount.REQUESTS;
import static io.zmq4j.patterns.majordomo.BrokerCount.UNDELIVERABLE;
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
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Map<String, Service> services = new TreeMap<>();

    private final Map<Frame, Registration> workers = new LinkedHashMap<>();

    private long bytes;
    private long nextHeartbeat;

    BrokerMachine(BrokerOptions options, Outlet outlet, long now) {
        this.options = options;
        this.outlet = outlet;
        this.nextHeartbeat = now + options.heartbeatNanos;
    }

    /** Takes a message as a ROUTER receives it: behind the routing id of its sender. */
    void onMessage(Message message, long now) {
        if (message.frameCount() < 2) {
            counts.add(MALFORMED);
            return;
        }
        Frame sender = message.first();
        Message command = message.from(1);
        ClientRequest request = ClientRequest.parse(command);
        if (request != null) {
            onRequest(sender, request, now);
            return;
        }
        WorkerCommand fromWorker = WorkerCommand.parse(command);
        if (fromWorker == null) {
            counts.add(MALFORMED);
            return;
        }
        onCommand(sender, fromWorker, now);
    }

    // ---- clients

    private void onRequest(Frame client, ClientRequest request, long now) {
        if (request.service().startsWith(ServiceName.MANAGEMENT)) {
            counts.add(REQUESTS);
            answer(client, request.version(), request.service(), ReplyPart.FINAL, management(request));
            return;
        }
        Service service = services.get(request.service());
        if (service == null && services.size() >= options.maxServices) {
            counts.add(REFUSED_SERVICE);
            return;
        }
        var waiting = new Waiting(client, request.version(), request.body(), now + options.requestExpiryNanos);
        if ((service != null && service.waiting.size() >= options.maxWaiting)
                || bytes + waiting.size > options.maxWaitingBytes) {
            counts.add(REFUSED_FULL);
            return;
        }
        counts.add(REQUESTS);
        Service known = service == null ? know(request.service()) : service;
        known.requests++;
        bytes += waiting.size;
        known.waiting.addLast(waiting);
        dispatch(known);
    }

    /** RFC 8, "Default services". */
    private Message management(ClientRequest request) {
        if (!request.service().equals("mmi.service")) {
            return Message.of("501");
        }
        Service asked = services.get(request.body().text());
        return Message.of(asked != null && asked.workers > 0 ? "200" : "404");
    }

    private void answer(Frame client, MdpVersion version, String service, ReplyPart part, Message body) {
        var reply = new ClientReply(version, part, service, body);
        if (!outlet.trySend(reply.toMessage().prepend(Message.of(client)))) {
            counts.add(UNDELIVERABLE);
        } else if (part == ReplyPart.FINAL) {
            counts.add(REPLIES);
        }
    }

    // ---- workers

    private void onCommand(Frame sender, WorkerCommand command, long now) {
        Registration worker = workers.get(sender);
        if (command instanceof Ready ready && worker == null) {
            register(sender, ready, now);
        } else if (command instanceof Disconnect) {
            if (worker != null) {
                counts.add(LEFT);
                remove(worker);
            }
        } else if (worker == null || worker.version != command.version()) {
            sendAway(sender, worker, command.version());
        } else if (command instanceof Heartbeat) {
            worker.heardNanos = now;
        } else if (command instanceof Reply reply
                && worker.request != null
                && worker.request.client.equals(reply.address())) {
            worker.heardNanos = now;
            onReply(worker, worker.request, reply);
        } else {
            sendAway(sender, worker, command.version());
        }
    }

    private void register(Frame sender, Ready ready, long now) {
        boolean isReserved = ready.service().startsWith(ServiceName.MANAGEMENT);
        Service service = services.get(ready.service());
        if (!isReserved
                && (workers.size() >= options.maxWorkers
                        || (service == null && services.size() >= options.maxServices))) {
            counts.add(REFUSED_WORKER);
            disconnect(sender, ready.version());
        } else if (isReserved) {
            sendAway(sender, null, ready.version());
        } else {
            counts.add(REGISTERED);
            Service known = service == null ? know(ready.service()) : service;
            var worker = new Registration(sender, ready.version(), known, now);
            workers.put(sender, worker);
            known.workers++;
            known.idle.add(worker);
            dispatch(known);
        }
    }

    private void onReply(Registration worker, Waiting request, Reply reply) {
        if (reply.part() == ReplyPart.PARTIAL && request.version == MdpVersion.V0_1) {
            counts.add(PARTIAL_DROPPED);
            return;
        }
        answer(request.client, request.version, worker.service.name, reply.part(), reply.body());
        if (reply.part() == ReplyPart.FINAL) {
            worker.service.replies++;
            bytes -= request.size;
            worker.request = null;
            worker.service.idle.add(worker);
            dispatch(worker.service);
        }
    }

    /** RFC 7, "Opening and Closing a Connection": a valid but unexpected command is answered with DISCONNECT, and then nothing. */
    private void sendAway(Frame sender, @Nullable Registration worker, MdpVersion version) {
        counts.add(UNEXPECTED);
        disconnect(sender, version);
        if (worker != null) {
            remove(worker);
        }
    }

    private void disconnect(Frame worker, MdpVersion version) {
        outlet.trySend(new Disconnect(version).toMessage().prepend(Message.of(worker)));
    }

    /** Forgets a worker; what it worked on waits for another one, before all others. */
    private void remove(Registration worker) {
        Service service = worker.service;
        workers.remove(worker.routingId);
        service.idle.remove(worker);
        service.workers--;
        Waiting request = worker.request;
        if (request != null) {
            worker.request = null;
            service.waiting.addFirst(request);
            retry(service, request);
        }
        forgetIfUnused(service);
    }

    private void retry(Service service, Waiting request) {
        if (request.deliveries < options.deliveries) {
            counts.add(REDELIVERED);
            dispatch(service);
        } else {
            counts.add(ABANDONED);
            service.waiting.removeFirst();
            bytes -= request.size;
        }
    }

    // ---- services

    private Service know(String name) {
        return services.computeIfAbsent(name, Service::new);
    }

    private void forgetIfUnused(Service service) {
        if (service.isUnused()) {
            services.remove(service.name, service);
        }
    }

    private void dispatch(Service service) {
        while (!service.waiting.isEmpty() && !service.idle.isEmpty()) {
            Registration worker = service.idle.iterator().next();
            service.idle.remove(worker);
            Waiting request = service.waiting.getFirst();
            if (outlet.trySend(worker.addressed(new Request(worker.version, request.client, request.body)))) {
                service.waiting.removeFirst();
                request.deliveries++;
                worker.request = request;
            } else {
                counts.add(LOST);
                workers.remove(worker.routingId);
                service.workers--;
            }
        }
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
        for (Registration worker : List.copyOf(workers.values())) {
            worker.heardNanos += away;
            long silence = now - worker.heardNanos;
            boolean isSilent =
                    silence > (worker.request == null ? options.idleExpiryNanos() : options.busyExpiryNanos());
            // One that got a request of another one that was lost in this round may be gone as well.
            if (workers.get(worker.routingId) == worker
                    && (isSilent || !outlet.trySend(worker.addressed(new Heartbeat(worker.version))))) {
                counts.add(LOST);
                remove(worker);
            }
        }
        for (Service service : new ArrayList<>(services.values())) {
            expire(service, now);
        }
    }

    private void expire(Service service, long now) {
        Waiting oldest = service.waiting.peekFirst();
        while (oldest != null && now - oldest.deadline > 0) {
            counts.add(EXPIRED);
            service.waiting.removeFirst();
            bytes -= oldest.size;
            oldest = service.waiting.peekFirst();
        }
        forgetIfUnused(service);
    }

    /** Tells all workers that the broker ends (RFC 7: it may at any time). */
    void end() {
        workers.values().forEach(worker -> outlet.trySend(worker.addressed(new Disconnect(worker.version))));
    }

    BrokerStatistics statistics() {
        return new BrokerStatistics(
                services.values().stream().map(Service::statistics).toList(), bytes, counts.toMap());
    }
}
