package io.zmq4j.multicast.pgm.receiver;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes all sources together may make a receiver keep. When they are used up, the source that keeps most gives up
 * what it has for one that needs less: a source that would fill the memory loses its own data, and nobody else's. Sources of one
 * address are first compared with those of others together, so that a host gains nothing by being many.
 */
final class Memory {
    private final List<Share> shares = new ArrayList<>();
    private long left;

    Memory(long bytes) {
        left = bytes;
    }

    /** A source that keeps nothing yet; {@code giveUp} makes it give back all that it has. */
    Share share(InetAddress address, Runnable giveUp) {
        return new Share(this, originAt(address), giveUp);
    }

    void add(Share share) {
        shares.add(share);
    }

    void remove(Share share) {
        shares.remove(share);
    }

    Origin originAt(InetAddress address) {
        for (Share share : shares) {
            if (share.origin().address().equals(address)) {
                return share.origin();
            }
        }
        return new Origin(address);
    }

    /** Whether there was enough, or somebody had too much. */
    boolean take(Share taking, long bytes) {
        while (bytes > left) {
            Share greediest = greediest();
            if (greediest == null || !taking.wouldHaveLess(bytes, greediest)) {
                return false;
            }
            greediest.giveUp();
        }
        left -= bytes;
        return true;
    }

    private @Nullable Share greediest() {
        Share greediest = null;
        for (Share share : shares) {
            if (greediest == null || share.hasMoreThan(greediest)) {
                greediest = share;
            }
        }
        return greediest;
    }

    long left() {
        return left;
    }

    void give(long bytes) {
        left += bytes;
    }
}
