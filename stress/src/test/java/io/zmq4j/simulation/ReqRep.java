package io.zmq4j.simulation;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * REQ and REP, several of each. What a REQ socket receives answers its last request and no other. Without breaks every request
 * is answered, and is read once; with breaks one that is asked again is answered in the end, and each wait ends at its deadline.
 */
public final class ReqRep extends Simulation {
    private static final int MOST_REQUESTS = 30;
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int TRIES = 3;
    /** Of tries after the breaks are over: by then the one who was asked may be another one each time. */
    private static final int MOST_IN_VAIN = 12;

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** How a client asks. */
    private enum Way {
        PLAIN,
        RELAXED,
        REQUEST
    }

    private final List<SocketCore> servers = new ArrayList<>();
    private final List<SocketCore> clients = new ArrayList<>();
    /** How often each request was read. */
    private final Map<Long, Integer> read = new HashMap<>();

    private int asked;
    private int asking;

    @Override
    void prepare() {
        int most = some(3);
        for (int i = 0; i < most; i++) {
            servers.add(open(SocketType.REP));
        }
        asking = some(3);
        for (int i = 0; i < asking; i++) {
            clients.add(open(SocketType.REQ));
        }
        boolean serversBind = random().nextBoolean();
        connect(serversBind ? servers : clients, serversBind ? clients : servers);
    }

    @Override
    void talk() {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients.size(); i++) {
            int client = i;
            threads.add(start("client " + i, () -> ask(client, clients.get(client))));
        }
        for (int i = 0; i < servers.size(); i++) {
            SocketCore server = servers.get(i);
            threads.add(start("server " + i, () -> serve(server)));
        }
        trial().join(threads.toArray(new Thread[0]));
    }

    private void ask(int client, SocketCore req) {
        try {
            askAll(client, req);
        } finally {
            asking--;
        }
    }

    private void askAll(int client, SocketCore req) {
        Way way = Way.values()[random().nextInt(Way.values().length)];
        if (way == Way.RELAXED) {
            req.set(SocketOptions.REQ_RELAXED, true);
            req.set(SocketOptions.REQ_CORRELATE, true);
        } else {
            req.set(SocketOptions.REQ_CORRELATE, once(2));
        }
        int count = some(MOST_REQUESTS);
        for (int number = 0; number < count; number++) {
            Message request = Parcel.pack('?', client, number, sizes());
            asked++;
            Message reply = ask(req, way, request);
            if (reply == null) {
                // A plain one that was lost is never answered.
                trial().tell("gives up");
                break;
            }
            check(Parcel.isIntact(reply, sizes()), () -> "not as it was sent: " + reply);
            check(
                    Parcel.id(reply) == Parcel.id(request) && reply.array(0)[0] == '!',
                    () -> Parcel.text(Parcel.id(request)) + " was answered with " + Parcel.text(Parcel.id(reply)));
            if (once(4)) {
                sleep(LONGEST_PAUSE_NANOS);
            }
        }
    }

    private @Nullable Message ask(SocketCore req, Way way, Message request) {
        Message reply = null;
        int inVain = 0;
        do {
            if (way == Way.REQUEST) {
                reply = request(req, request);
            } else {
                req.send(request);
                reply = receive(req, isPeaceful() ? LONG : PATIENCE);
            }
            if (reply == null && trial().nanos() > network().calmFrom()) {
                inVain++;
            }
            check(
                    inVain <= MOST_IN_VAIN || way == Way.PLAIN,
                    () -> Parcel.text(Parcel.id(request)) + " is not answered, by " + way);
        } while (reply == null && way != Way.PLAIN);
        boolean isAnswered = reply != null;
        check(isAnswered || !isPeaceful(), () -> Parcel.text(Parcel.id(request)) + " is not answered");
        return reply;
    }

    private static @Nullable Message request(SocketCore req, Message request) {
        try {
            return req.request(request, PATIENCE, TRIES);
        } catch (RequestFailedException e) {
            return null;
        }
    }

    private void serve(SocketCore rep) {
        while (asking > 0) {
            Message request = receive(rep, PATIENCE);
            if (request == null) {
                continue;
            }
            check(Parcel.isIntact(request, sizes()), () -> "not as it was sent: " + request);
            long id = Parcel.id(request);
            read.merge(id, 1, Integer::sum);
            if (once(8)) {
                sleep(LONGEST_PAUSE_NANOS);
            }
            rep.send(Parcel.pack('!', Parcel.sender(id), Parcel.number(id), sizes()));
        }
    }

    @Override
    void judge() {
        if (isPeaceful()) {
            check(read.size() == asked, () -> asked + " requests were asked, " + read.size() + " were read");
        }
    }
}
