package io.zmq4j.jfr;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events, if a recording wants them: asked of one event of each class that is never told, so that nothing is made where
 * nobody wants it. Any thread.
 */
final class FlightEvents {
    private final ConnectionRecords connections = new ConnectionRecords();
    private final DropEvent drop = new DropEvent();
    private final SlowSendEvent slowSend = new SlowSendEvent();
    private final SlowReceiveEvent slowReceive = new SlowReceiveEvent();
    private final QueueFullEvent queueFull = new QueueFullEvent();
    private final FlushStallEvent flushStall = new FlushStallEvent();
    private final LoopHandoverEvent loopHandover = new LoopHandoverEvent();
    private final SocketStatisticsEvent socketStatistics = new SocketStatisticsEvent();

    private final Runnable periodic;

    FlightEvents(Supplier<List<SocketNumbers>> statistics) {
        periodic = () -> SocketStatisticsEvent.tell(statistics);
    }

    /** Has Flight Recorder ask for statistics whenever a recording wants them. */
    void begin() {
        FlightRecorder.addPeriodicEvent(SocketStatisticsEvent.class, periodic);
    }

    void end() {
        FlightRecorder.removePeriodicEvent(periodic);
    }

    ConnectionEvents connections() {
        return connections;
    }

    // ---- messages

    void dropped(Site site, String reason, long count) {
        if (drop.isEnabled()) {
            var event = new DropEvent();
            event.socket(site);
            event.reason = reason;
            event.count = count;
            event.commit();
        }
    }

    void statistics(SocketNumbers numbers) {
        if (socketStatistics.isEnabled()) {
            SocketStatisticsEvent.tell(numbers);
        }
    }

    @Nullable
    Interval slowSend(Supplier<Site> site, IntSupplier peers) {
        if (!slowSend.isEnabled()) {
            return null;
        }
        var event = new SlowSendEvent();
        return begun(event, () -> {
            event.site(site.get());
            event.peers = peers.getAsInt();
        });
    }

    @Nullable
    Interval slowReceive(Supplier<Site> site, IntSupplier peers) {
        if (!slowReceive.isEnabled()) {
            return null;
        }
        var event = new SlowReceiveEvent();
        return begun(event, () -> {
            event.site(site.get());
            event.peers = peers.getAsInt();
        });
    }

    @Nullable
    Interval queueFull(Supplier<Site> site, String queue, int highWaterMark) {
        if (!queueFull.isEnabled()) {
            return null;
        }
        var event = new QueueFullEvent();
        event.queue = queue;
        event.highWaterMark = highWaterMark;
        return begun(event, () -> event.site(site.get()));
    }

    @Nullable
    Interval flushStall(Supplier<Site> site) {
        if (!flushStall.isEnabled()) {
            return null;
        }
        var event = new FlushStallEvent();
        return begun(event, () -> event.site(site.get()));
    }

    private static Interval begun(Event event, Runnable words) {
        event.begin();
        return () -> {
            try {
                event.end();
                if (event.shouldCommit()) {
                    words.run();
                    event.commit();
                }
            } catch (Throwable e) {
                // Not recorded.
            }
        };
    }

    // ---- loops

    void handedOver(String loop, String cause) {
        if (loopHandover.isEnabled()) {
            var event = new LoopHandoverEvent();
            event.loop = loop;
            event.cause = cause;
            event.commit();
        }
    }
}
