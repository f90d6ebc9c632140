package io.zmq4j.patterns.delivery;

import io.zmq4j.RouterSocket;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A ROUTER, and whoever connects to it. */
final class BoundPort implements Port {
    private final RouterSocket router;
    private final AtomicInteger breaks = new AtomicInteger();
    private int breaksSeen;

    BoundPort(RouterSocket router, Signal signal) {
        this.router = router;
        // So that a send tells whether the peer is there and takes it.
        router.routerMandatory(true);
        router.onEvent(event -> {
            if (event.type() == SocketEvent.Type.DISCONNECTED || event.type() == SocketEvent.Type.EVENTS_LOST) {
                breaks.incrementAndGet();
                signal.raise();
            }
        });
        router.onReady(signal::raise);
    }

    /** A peer by its routing id. */
    private static final class RoutingPath implements Path {
        private final RouterSocket router;
        private final byte[] routingId;

        RoutingPath(RouterSocket router, byte[] routingId) {
            this.router = router;
            this.routingId = routingId;
        }

        @Override
        public boolean isAccepted() {
            return true;
        }

        @Override
        public boolean trySend(Message command) {
            try {
                return router.trySend(command.prependWrapped(routingId));
            } catch (UnroutableException e) {
                return false;
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RoutingPath that
                    && router == that.router
                    && Arrays.equals(routingId, that.routingId);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(routingId);
        }
    }

    @Override
    public boolean poll(Pump pump) {
        int broken = breaks.get();
        for (int i = 0; i < MOST; i++) {
            Optional<Message> message = router.tryReceive();
            if (message.isEmpty()) {
                // Not before: who has left may have acknowledged something, and said goodbye.
                lookForBreaks(pump, broken);
                return false;
            }
            if (message.get().frameCount() > 1) {
                pump.received(
                        new RoutingPath(router, message.get().array(0)),
                        message.get().from(1));
            }
        }
        return true;
    }

    private void lookForBreaks(Pump pump, int broken) {
        if (broken != breaksSeen) {
            breaksSeen = broken;
            pump.brokenIf(route ->
                    route instanceof RoutingPath path && path.router == router && !router.hasPeer(path.routingId));
        }
    }

    @Override
    public void close() {
        router.close();
    }
}
