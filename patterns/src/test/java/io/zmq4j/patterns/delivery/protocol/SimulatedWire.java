package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A connection between two sides, again and again: what is on its way keeps its order and is late by chance, is lost when the
 * connection breaks, and stands still when one end does. Each side hears of a break after a while.
 */
final class SimulatedWire {
    private static final long MILLI = 1_000_000;

    /** The way from one side to the other, over one connection, or, of the side that connects, over all of them. */
    final class End implements Route {
        private final boolean isAccepted;

        End(boolean isAccepted) {
            this.isAccepted = isAccepted;
        }

        @Override
        public boolean isAccepted() {
            return isAccepted;
        }

        boolean trySend(Message message) {
            if (!isUp || (isAccepted && this != accepted)) {
                return false;
            }
            int connection = connections;
            long at = isAccepted ? (toConnector = late(toConnector)) : (toAcceptor = late(toAcceptor));
            time.after(at - time.now(), () -> {
                if (connection == connections && isUp) {
                    arrive(message, isAccepted);
                }
            });
            return true;
        }
    }

    private final SimulatedTime time;
    private final Random random;
    private final Supplier<SimulatedNode> connector;
    private final Supplier<SimulatedNode> acceptor;
    private End connecting = new End(false);
    private End accepted = new End(true);
    private boolean isUp;
    private int connections;
    private long toConnector;
    private long toAcceptor;

    SimulatedWire(
            SimulatedTime time, Random random, Supplier<SimulatedNode> connector, Supplier<SimulatedNode> acceptor) {
        this.time = time;
        this.random = random;
        this.connector = connector;
        this.acceptor = acceptor;
        time.after(random.nextInt(10) * MILLI, this::connect);
    }

    private long late(long last) {
        long at = time.now() + 1 + random.nextInt((int) (2 * MILLI));
        return last - at > 0 ? last : at;
    }

    private void arrive(Message message, boolean isForConnector) {
        if (isForConnector) {
            connector.get().received(connecting, message);
        } else {
            acceptor.get().received(accepted, message);
        }
    }

    private void connect() {
        isUp = true;
        connections++;
        accepted = new End(true);
        toConnector = time.now();
        toAcceptor = time.now();
        SimulatedNode node = connector.get();
        End end = connecting;
        time.after(random.nextInt((int) MILLI), () -> node.connected(end));
    }

    /** Ends the connection; another one is there soon. */
    void cut() {
        if (!isUp) {
            return;
        }
        isUp = false;
        SimulatedNode one = connector.get();
        SimulatedNode other = acceptor.get();
        End here = connecting;
        End there = accepted;
        time.after(random.nextInt((int) (5 * MILLI)), () -> other.broken(there));
        // The break is told before the next connection is, but perhaps after that is there.
        long told = random.nextInt((int) (5 * MILLI));
        time.after(told, () -> one.broken(here));
        time.after(1 + random.nextInt((int) (20 * MILLI)), () -> time.after(told, this::connect));
    }

    /** Nothing arrives for a while, and then all of it. */
    void stall(long nanos) {
        long until = time.now() + nanos;
        toConnector = toConnector - until > 0 ? toConnector : until;
        toAcceptor = toAcceptor - until > 0 ? toAcceptor : until;
    }

    /** The process that connects is another one from now on. */
    void renewConnector() {
        cut();
        connecting = new End(false);
    }
}
