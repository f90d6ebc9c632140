package io.zmq4j.simulation;

import static io.zmq4j.event.DropReason.LINGER_EXPIRED;
import static io.zmq4j.event.DropReason.PEER_GONE;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * PUSH and PULL, several of each. A message that was sent is received once; or it left whole on a connection that ended, and so
 * did all that followed it there; or it did not leave, and its PUSH socket has counted it.
 */
public final class PushPull extends Simulation {
    private static final int MOST_MESSAGES = 250;
    private static final int LONGEST_BURST = 120;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<SocketCore> pushes = new ArrayList<>();
    private final List<SocketCore> pulls = new ArrayList<>();
    private final Set<Long> sent = new HashSet<>();
    /** In the order in which they came. */
    private final Map<Long, Integer> received = new HashMap<>();

    private int pushing;
    private boolean pushesBind;
    /** Whether somebody now and then gives an endpoint up and takes it again: on the side that sends, and that receives. */
    private boolean sendersLeave;

    private boolean readersLeave;

    /** Whether sockets that close give what they have queued the time it needs. */
    private boolean isPatient;

    private boolean isImmediate;

    @Override
    void prepare() {
        isPatient = !once(4);
        sendersLeave = once(4);
        readersLeave = once(4);
        isImmediate = once(4);
        int pushers = some(3);
        int pullers = some(3);
        pushesBind = random().nextBoolean();
        for (int i = 0; i < pushers; i++) {
            SocketCore push = open(SocketType.PUSH);
            push.set(SocketOptions.LINGER, isPatient ? LONG : Duration.ofMillis(random().nextInt(20)));
            push.set(SocketOptions.IMMEDIATE, isImmediate);
            pushes.add(push);
        }
        for (int i = 0; i < pullers; i++) {
            pulls.add(open(SocketType.PULL));
        }
        connect(pushesBind ? pushes : pulls, pushesBind ? pulls : pushes);
        pushing = pushers;
    }

    @Override
    void talk() {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < pushes.size(); i++) {
            int sender = i;
            threads.add(start("push " + i, () -> push(sender, pushes.get(sender))));
        }
        for (int i = 0; i < pulls.size(); i++) {
            int reader = i;
            threads.add(start("pull " + i, () -> pull(reader, pulls.get(reader))));
        }
        trial().join(threads.toArray(new Thread[0]));
    }

    private void push(int sender, SocketCore push) {
        try {
            pushAll(sender, push);
        } finally {
            pushing--;
        }
    }

    private void pushAll(int sender, SocketCore push) {
        int count = someMessages(MOST_MESSAGES);
        for (int number = 0, burst = 0; number < count; number++) {
            Message message = Parcel.pack('.', sender, number, sizes());
            if (send(push, message)) {
                sent.add(Parcel.id(message));
            }
            if (burst-- == 0) {
                burst = some(LONGEST_BURST);
                sleep(LONGEST_PAUSE_NANOS);
                push.set(SocketOptions.SNDHWM, anyMark());
                if (sendersLeave && once(2)) {
                    leaveForAMoment(sender, push, pushesBind);
                }
            }
        }
        push.close();
        trial().tell("closed");
    }

    private boolean send(SocketCore push, Message message) {
        switch (random().nextInt(8)) {
            case 0 -> {
                return push.trySend(message);
            }
            case 1 -> {
                return push.send(message, Duration.ofNanos(random().nextLong(LONGEST_PAUSE_NANOS)));
            }
            default -> {
                push.send(message);
                return true;
            }
        }
    }

    /** One of those that bind has but one endpoint; the others have one for each of those. */
    private void leaveForAMoment(int who, SocketCore socket, boolean binds) {
        int others = (pushesBind ? pushes : pulls).size();
        String endpoint = Network.endpoint(1 + (binds ? who : random().nextInt(others)));
        trial().tell((binds ? "unbinds " : "disconnects ") + endpoint);
        if (binds) {
            socket.unbind(endpoint);
        } else {
            socket.disconnect(endpoint);
        }
        sleep(TimeUnit.MILLISECONDS.toNanos(2));
        if (binds) {
            socket.bind(endpoint);
        } else {
            socket.connect(endpoint);
        }
    }

    private void pull(int reader, SocketCore pull) {
        boolean isSlow = once(4);
        long quietFrom = trial().nanos();
        while (pushing > 0 || trial().nanos() < Math.max(quietFrom, network().calmFrom()) + quiet().toNanos()) {
            Message message = once(10) ? pull.tryReceive() : receive(pull, quiet());
            if (message == null) {
                sleep(LONGEST_PAUSE_NANOS);
                continue;
            }
            check(Parcel.isIntact(message, sizes()), () -> "not as it was sent: " + message);
            long id = Parcel.id(message);
            check(received.put(id, received.size()) == null, () -> Parcel.text(id) + " has come twice");
            quietFrom = trial().nanos();
            if (once(100)) {
                pull.set(SocketOptions.RCVHWM, anyMark());
            }
            if (readersLeave && once(100)) {
                leaveForAMoment(reader, pull, !pushesBind);
            }
            if (isSlow && once(4)) {
                sleep(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    @Override
    void judge() {
        Set<Long> left = new HashSet<>();
        for (Cable cable : network().cables()) {
            for (Flow flow : new Flow[] {cable.dialled().out(), cable.accepted().out()}) {
                judge(cable, flow, left);
            }
        }
        Set<Long> kept = new HashSet<>(sent);
        kept.removeAll(left);
        long counted = 0;
        for (SocketCore push : pushes) {
            counted += push.dropped().getOrDefault(LINGER_EXPIRED, 0L)
                    + push.dropped().getOrDefault(PEER_GONE, 0L);
        }
        long dropped = counted;
        check(
                kept.size() == dropped,
                () -> kept.size() + " of " + sent.size() + " did not leave, " + dropped + " are counted: "
                        + kept.stream().map(Parcel::text).sorted().limit(5).toList());
        check(
                dropped == 0 || !isPatient || pushesBind || isImmediate || isSudden(),
                () -> dropped + " were dropped that had the time and the way to arrive");
        for (Long id : received.keySet()) {
            check(left.contains(id), () -> Parcel.text(id) + " came and never left");
        }
    }

    /** What came over this connection is the beginning of what left, in that order. */
    private void judge(Cable cable, Flow flow, Set<Long> left) {
        int last = -1;
        Tap.Passed missing = null;
        for (Tap.Passed passed : flow.tap().passed()) {
            String text = Parcel.text(passed.id());
            check(left.add(passed.id()), () -> text + " has left twice, then over " + cable);
            Integer place = received.get(passed.id());
            if (place == null) {
                missing = missing == null ? passed : missing;
                continue;
            }
            check(missing == null, () -> text + " came over " + cable + " and one before it did not");
            check(place > last, () -> text + " overtook another on " + cable);
            last = place;
        }
        check(
                missing == null || cable.isCut() || hasHeartbeats() || readersLeave || isSudden(),
                () -> cable + " was not cut, and something that left on it did not come");
    }
}
