package io.zmq4j.patterns.delivery.protocol;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A sender as its receiver sees it. */
final class Inlet {
    final Link<Inlet> link;
    final UUID sender;

    /** What came and was not acknowledged to it. */
    final Window granted;

    /** Those with marks that are not in the settlement yet. */
    final Set<Receipt> receipts = new LinkedHashSet<>();

    final Settlement settlement = new Settlement();
    boolean isOpen = true;

    /** Since when there may be something to settle. */
    long settlesSinceNanos;

    Inlet(Link<Inlet> link, UUID sender, Window granted) {
        this.link = link;
        this.sender = sender;
        this.granted = granted;
    }

    /** As many messages of a command of so many bytes are worth an ACK, before the sender runs out of credit: 1 at least. */
    int dueMessages(long bytes) {
        return bytes >= dueBytes() ? 1 : dueMessages();
    }

    /** Whether the sender is to be told at once. */
    boolean isDue() {
        return settlement.count() >= dueMessages() || settlement.bytes() >= dueBytes();
    }

    private int dueMessages() {
        return Math.max(1, granted.mostMessages() / 4);
    }

    private long dueBytes() {
        return granted.mostBytes() / 4;
    }
}
