package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.function.Consumer;

/** One side in virtual time: what its pump would do. */
final class SimulatedNode {
    private final SimulatedTime time;
    private final Links<?> links;
    private final Runnable changed;
    private long wakesNanos;
    private boolean wakes;
    private boolean isDead;

    /** @param changed is called after whatever has happened */
    SimulatedNode(SimulatedTime time, Links<?> links, Runnable changed) {
        this.time = time;
        this.links = links;
        this.changed = changed;
    }

    void connected(Route route) {
        act(it -> it.connected(route, time.now()));
    }

    void broken(Route route) {
        act(it -> it.broken(route, time.now()));
    }

    void received(Route route, Message message) {
        act(it -> it.received(route, message, time.now()));
    }

    /** Looks for what there is to do. */
    void look() {
        act(it -> {});
    }

    private void act(Consumer<Links<?>> what) {
        if (isDead) {
            return;
        }
        what.accept(links);
        links.tick(time.now());
        for (Outgoing outgoing; (outgoing = links.next(time.now())) != null; ) {
            if (!((SimulatedWire.End) outgoing.route()).trySend(outgoing.message())) {
                links.broken(outgoing.route(), time.now());
            }
        }
        changed.run();
        long due = links.dueNanos(time.now());
        if (!wakes || due - wakesNanos < 0) {
            wakes = true;
            wakesNanos = due;
            time.after(Math.max(1, due - time.now()), () -> {
                if (wakesNanos == due) {
                    wakes = false;
                }
                look();
            });
        }
    }

    long refused() {
        return links.refused();
    }

    void die() {
        isDead = true;
    }
}
