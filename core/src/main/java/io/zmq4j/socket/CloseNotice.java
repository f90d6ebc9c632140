package io.zmq4j.socket;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.notice.Notices;
import io.zmq4j.notice.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what the close of a context waits for, if it takes longer than a program's end should. One thread's. */
final class CloseNotice {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** More would not be read. */
    private static final int MOST_PLACES = 3;

    private final Notices notices;
    private final Supplier<List<SocketCore>> sockets;
    private final long limitNanos;
    private final long began = System.nanoTime();

    /** {@code limitNanos} is how long the close waits at most; {@link Long#MAX_VALUE} for ever. */
    CloseNotice(Notices notices, Supplier<List<SocketCore>> sockets, long limitNanos) {
        this.notices = notices;
        this.sockets = sockets;
        this.limitNanos = limitNanos;
    }

    /** After which it is to be said; 0 if it is. */
    long nanosUntilSaid() {
        return notices.isSilent() ? Long.MAX_VALUE : Math.max(0, PATIENCE_NANOS - (System.nanoTime() - began));
    }

    void say() {
        Map<String, Long> waiting = new TreeMap<>();
        for (SocketCore socket : sockets.get()) {
            for (PeerStatistics peer : socket.statistics().peers()) {
                long queued = peer.traffic().queuedOut();
                if (queued > 0) {
                    String place = peer.endpoint() + (peer.connected() ? "" : " (not connected)");
                    waiting.merge(place, queued, Long::sum);
                }
            }
        }
        if (!waiting.isEmpty()) {
            notices.say(Theme.CLOSE, System.Logger.Level.WARNING, text(waiting), null);
        }
    }

    private static long seconds(long nanos) {
        return Math.round(nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private String text(Map<String, Long> waiting) {
        List<String> places = new ArrayList<>();
        waiting.forEach((place, count) -> places.add(count + (count == 1 ? " message to " : " messages to ") + place));
        int more = places.size() - MOST_PLACES;
        String all = String.join(", ", places.subList(0, Math.min(places.size(), MOST_PLACES)))
                + (more > 0 ? " and " + more + " more" : "");
        String limit = limitNanos == Long.MAX_VALUE ? "" : "up to " + seconds(limitNanos) + " s ";
        return "close waits " + limit + "for " + all + ": LINGER, or the time that close is given, makes it shorter";
    }
}
