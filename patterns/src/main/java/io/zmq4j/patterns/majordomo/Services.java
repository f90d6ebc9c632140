package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.BrokerCount.ABANDONED;
import static io.zmq4j.patterns.majordomo.BrokerCount.EXPIRED;
import static io.zmq4j.patterns.majordomo.BrokerCount.LOST;
import static io.zmq4j.patterns.majordomo.BrokerCount.REDELIVERED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_FULL;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_SERVICE;
import static io.zmq4j.patterns.majordomo.BrokerCount.REFUSED_WORKER;
import static io.zmq4j.patterns.majordomo.BrokerCount.REGISTERED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REQUESTS;

import io.zmq4j.message.Frame;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of a broker, their workers, and which worker has which request; within limits. Owned by the broker's rules. */
final class Services {
    private final BrokerOptions options;
    private final Outlet outlet;
    private final Answers answers;
    private final Counts counts;
    private final Map<String, Service> byName = new TreeMap<>();
    private final Map<Frame, Registration> workers = new LinkedHashMap<>();

    /** Of the bodies of all requests, those that workers have included. */
    private long bytes;

    Services(BrokerOptions options, Outlet outlet, Answers answers, Counts counts) {
        this.options = options;
        this.outlet = outlet;
        this.answers = answers;
        this.counts = counts;
    }

    boolean hasWorkers(String name) {
        Service service = byName.get(name);
        return service != null && service.workers > 0;
    }

    @Nullable
    Registration worker(Frame routingId) {
        return workers.get(routingId);
    }

    /** All of them, as they are now. */
    List<Registration> workers() {
        return List.copyOf(workers.values());
    }

    // ---- requests

    /** Gives a request to a worker, or has it wait for one; drops it if there is no room. */
    void take(String name, Waiting request) {
        Service known = byName.get(name);
        if (known == null && byName.size() >= options.maxServices) {
            counts.add(REFUSED_SERVICE);
        } else if ((known != null && known.waiting.size() >= options.maxWaiting)
                || bytes + request.size > options.maxWaitingBytes) {
            counts.add(REFUSED_FULL);
        } else {
            counts.add(REQUESTS);
            Service service = known == null ? know(name) : known;
            service.requests++;
            bytes += request.size;
            service.waiting.addLast(request);
            dispatch(service);
        }
    }

    /** A worker's request is answered: it has none now. */
    void answered(Registration worker, Waiting request) {
        worker.service.replies++;
        bytes -= request.size;
        worker.request = null;
        worker.service.idle.add(worker);
        dispatch(worker.service);
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

    /** Drops what has waited for too long. */
    void expire(long now) {
        for (Service service : List.copyOf(byName.values())) {
            Waiting oldest = service.waiting.peekFirst();
            while (oldest != null && now - oldest.deadline > 0) {
                counts.add(EXPIRED);
                service.waiting.removeFirst();
                bytes -= oldest.size;
                oldest = service.waiting.peekFirst();
            }
            forgetIfUnused(service);
        }
    }

    // ---- workers

    /** Has a worker offer a service; false if it would be one too many. */
    boolean register(Frame routingId, MdpVersion version, String name, long now) {
        Service known = byName.get(name);
        if (workers.size() >= options.maxWorkers || (known == null && byName.size() >= options.maxServices)) {
            counts.add(REFUSED_WORKER);
            return false;
        }
        counts.add(REGISTERED);
        Service service = known == null ? know(name) : known;
        var worker = new Registration(routingId, version, service, now);
        workers.put(routingId, worker);
        service.workers++;
        service.idle.add(worker);
        dispatch(service);
        return true;
    }

    /** Forgets a worker; what it worked on waits for another one, before all others. */
    void remove(Registration worker) {
        Service service = worker.service;
        workers.remove(worker.routingId);
        service.idle.remove(worker);
        service.workers--;
        Waiting request = worker.request;
        if (request != null && request.deliveries < options.deliveries && answers.restart(request, service.name)) {
            counts.add(REDELIVERED);
            service.waiting.addFirst(request);
            dispatch(service);
        } else if (request != null) {
            counts.add(ABANDONED);
            bytes -= request.size;
        }
        forgetIfUnused(service);
    }

    // ---- names

    private Service know(String name) {
        return byName.computeIfAbsent(name, Service::new);
    }

    private void forgetIfUnused(Service service) {
        if (service.isUnused()) {
            byName.remove(service.name, service);
        }
    }

    BrokerStatistics statistics() {
        return new BrokerStatistics(
                byName.values().stream().map(Service::statistics).toList(), bytes, counts.toMap());
    }
}
