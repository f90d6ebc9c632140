package io.zmq4j.socket;

import io.zmq4j.transport.OpenEndpoint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Peers that a directory tells of no more, and that take what was sent to them before. One that is there may take its time, as LINGER
 * says. One that has not been there for half a minute is given up, whatever LINGER says: where peers come and go each with an address of
 * its own, it never comes back. Owned by the loop's token.
 */
final class DelistedPeers {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final class Delisted {
        final OpenEndpoint endpoint;
        long seen;

        Delisted(OpenEndpoint endpoint, long seen) {
            this.endpoint = endpoint;
            this.seen = seen;
        }
    }

    private final List<Delisted> all = new ArrayList<>();

    /** One that was closed. */
    void add(OpenEndpoint gone, long now) {
        all.add(new Delisted(gone, now));
    }

    /** Gives up those that were not seen for too long; how many nanoseconds until this is to be called again, 0 for never. */
    long look(long now) {
        for (Iterator<Delisted> each = all.iterator(); each.hasNext(); ) {
            Delisted one = each.next();
            if (one.endpoint.standing().peerCount() > 0) {
                one.seen = now;
            } else if (now - one.seen >= PATIENCE_NANOS) {
                one.endpoint.close(0);
                each.remove();
            }
        }
        return all.isEmpty() ? 0 : PATIENCE_NANOS / 3;
    }
}
