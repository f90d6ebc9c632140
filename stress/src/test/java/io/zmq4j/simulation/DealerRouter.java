package io.zmq4j.simulation;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Some DEALERs and a ROUTER that sends back what comes. Nobody gets what another has asked, or anything twice. Without breaks
 * everything comes back, in order, but for what the ROUTER has counted as dropped.
 */
public final class DealerRouter extends Simulation {
    private static final int MOST_MESSAGES = 100;
    private static final int LONGEST_BURST = 40;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The ROUTER may be held up by others. */
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final List<SocketCore> dealers = new ArrayList<>();
    private SocketCore router;
    private int dealing;
    private long sent;
    private long received;

    @Override
    void prepare() {
        router = open(SocketType.ROUTER);
        router.set(SocketOptions.ROUTER_MANDATORY, once(3));
        router.set(SocketOptions.ROUTER_HANDOVER, once(2));
        boolean haveNames = once(2);
        dealing = some(3);
        for (int i = 0; i < dealing; i++) {
            SocketCore dealer = open(SocketType.DEALER);
            if (haveNames) {
                dealer.set(SocketOptions.ROUTING_ID, new byte[] {(byte) ('A' + i)});
            }
            dealers.add(dealer);
        }
        boolean routerBinds = random().nextBoolean();
        connect(routerBinds ? List.of(router) : dealers, routerBinds ? dealers : List.of(router));
    }

    @Override
    void talk() {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < dealers.size(); i++) {
            int sender = i;
            threads.add(start("dealer " + i, () -> deal(sender, dealers.get(sender))));
        }
        threads.add(start("router", this::route));
        trial().join(threads.toArray(new Thread[0]));
    }

    private void deal(int sender, SocketCore dealer) {
        try {
            dealAll(sender, dealer);
        } finally {
            dealing--;
        }
    }

    private void dealAll(int sender, SocketCore dealer) {
        Set<Long> came = new HashSet<>();
        int count = someMessages(MOST_MESSAGES);
        int last = -1;
        for (int number = 0, burst = 0; number < count; number++) {
            if (dealer.send(Parcel.pack('?', sender, number, sizes()), Duration.ofMillis(50))) {
                sent++;
            }
            if (burst-- == 0) {
                burst = some(LONGEST_BURST);
                sleep(LONGEST_PAUSE_NANOS);
                for (Message next = dealer.tryReceive(); next != null; next = dealer.tryReceive()) {
                    last = take(sender, next, came, last);
                }
            }
        }
        for (Message next = receive(dealer, ENOUGH); next != null; next = receive(dealer, ENOUGH)) {
            last = take(sender, next, came, last);
        }
    }

    /** Gives the message's number. */
    private int take(int sender, Message message, Set<Long> came, int last) {
        check(Parcel.isIntact(message, sizes()), () -> "not as it was sent: " + message);
        long id = Parcel.id(message);
        check(Parcel.sender(id) == sender, () -> Parcel.text(id) + " came to " + sender);
        check(came.add(id), () -> Parcel.text(id) + " has come twice");
        check(!isPeaceful() || Parcel.number(id) > last, () -> Parcel.text(id) + " is not in order");
        received++;
        return Parcel.number(id);
    }

    private void route() {
        while (dealing > 0) {
            Message message = receive(router, Duration.ofMillis(50));
            if (message == null) {
                continue;
            }
            check(Parcel.isIntact(message.from(1), sizes()), () -> "not as it was sent: " + message);
            try {
                if (!router.send(message, Duration.ofMillis(50))) {
                    received++;
                }
            } catch (UnroutableException e) {
                check(!isPeaceful(), e::toString);
            }
            if (once(20)) {
                sleep(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    @Override
    void judge() {
        long dropped = router.dropped().getOrDefault(DropReason.QUEUE_FULL, 0L);
        check(
                !isPeaceful() || sent == received + dropped,
                () -> sent + " were sent, " + received + " came back, " + dropped + " were dropped");
    }
}
