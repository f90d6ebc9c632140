package io.zmq4j.view.top;

import io.zmq4j.view.WatchedSocket;
import java.util.Comparator;
import java.util.Locale;

/** By what the sockets are sorted, in the order in which a key goes through them. */
enum Sort {
    TRAFFIC(most(socket -> socket.rates().messagesIn() + socket.rates().messagesOut())),
    SENT(most(socket -> socket.rates().messagesOut())),
    RECEIVED(most(socket -> socket.rates().messagesIn())),
    QUEUED(most(socket -> Queues.waiting(socket.now()))),
    DROPPED(most(WatchedSocket::dropped)),
    PEERS(most(socket -> socket.now().statistics().connections())),
    NAME(Comparator.comparing((WatchedSocket socket) -> socket.now().name())
            .thenComparing(socket -> socket.now().type())),
    OPENED(Comparator.comparingLong(socket -> socket.now().id()));

    private interface Measure {
        double of(WatchedSocket socket);
    }

    private final Comparator<WatchedSocket> order;

    Sort(Comparator<WatchedSocket> order) {
        // What is equal otherwise keeps its place from look to look.
        this.order = order.thenComparingLong(socket -> socket.now().id());
    }

    private static Comparator<WatchedSocket> most(Measure measure) {
        return Comparator.comparingDouble(measure::of).reversed();
    }

    Comparator<WatchedSocket> order() {
        return order;
    }

    Sort next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
