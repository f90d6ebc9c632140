package io.zmq4j.patterns.delivery;

import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A DEALER with one connection: a socket of its own for each endpoint, as a DEALER with two could not say to which of them a
 * command goes.
 */
final class ConnectedPort implements Port, Path {
    private final DealerSocket dealer;

    /** Connections that have come. */
    private final AtomicInteger comings = new AtomicInteger();

    /** Those that have gone: even a short break ends the session, as what was on its way is lost. */
    private final AtomicInteger breaks = new AtomicInteger();

    private int comingsSeen;
    private int breaksSeen;

    ConnectedPort(DealerSocket dealer, Signal signal) {
        this.dealer = dealer;
        // What a connection did not take is of a session that has ended with it.
        dealer.immediate(true);
        dealer.onEvent(event -> {
            switch (event.type()) {
                case HANDSHAKE_SUCCEEDED -> comings.incrementAndGet();
                case DISCONNECTED -> breaks.incrementAndGet();
                case EVENTS_LOST -> {
                    breaks.incrementAndGet();
                    comings.incrementAndGet();
                }
                default -> {
                    return;
                }
            }
            signal.raise();
        });
        dealer.onReady(signal::raise);
    }

    @Override
    public boolean isAccepted() {
        return false;
    }

    @Override
    public boolean poll(Pump pump) {
        // In this order: of a connection that came after a break, the break is seen as well.
        int came = comings.get();
        int broken = breaks.get();
        for (int i = 0; i < MOST; i++) {
            Optional<Message> message = dealer.tryReceive();
            if (message.isEmpty()) {
                // Not before: what came before a break is still of its session.
                lookForChanges(pump, came, broken);
                return false;
            }
            pump.received(this, message.get());
        }
        return true;
    }

    private void lookForChanges(Pump pump, int came, int broken) {
        if (broken != breaksSeen) {
            breaksSeen = broken;
            pump.broken(this);
        }
        if (came != comingsSeen) {
            comingsSeen = came;
            pump.connected(this);
        }
    }

    @Override
    public boolean trySend(Message command) {
        return dealer.trySend(command);
    }

    @Override
    public void close() {
        dealer.close();
    }
}
