package io.zmq4j.jfr;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Of connections that have begun and not ended; one more is told without its time. */
    private static final int MOST_OPEN = 10_000;

    private record Key(long socketId, String endpoint, String peer) {
        static Key of(Site site) {
            return new Key(site.socketId(), site.endpoint(), site.peer());
        }
    }

    private final ConnectEvent connect = new ConnectEvent();
    private final HandshakeEvent handshake = new HandshakeEvent();
    private final DisconnectEvent disconnect = new DisconnectEvent();
    private final ReconnectWaitEvent reconnectWait = new ReconnectWaitEvent();
    private final DropEvent drop = new DropEvent();
    private final SlowSendEvent slowSend = new SlowSendEvent();
    private final SlowReceiveEvent slowReceive = new SlowReceiveEvent();
    private final QueueFullEvent queueFull = new QueueFullEvent();
    private final FlushStallEvent flushStall = new FlushStallEvent();
    private final LoopHandoverEvent loopHandover = new LoopHandoverEvent();

    private final Map<Key, ConnectEvent> connecting = new ConcurrentHashMap<>();
    private final Map<Key, HandshakeEvent> shaking = new ConcurrentHashMap<>();
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

    // ---- connections

    void connecting(Site site) {
        if (connect.isEnabled() && connecting.size() < MOST_OPEN) {
            var begun = new ConnectEvent();
            begun.begin();
            connecting.put(keyOfTry(site), begun);
        }
    }

    void connected(Site site, boolean accepted) {
        ConnectEvent begun = accepted ? null : connecting.remove(keyOfTry(site));
        if (connect.isEnabled()) {
            ConnectEvent event = begun == null ? new ConnectEvent() : begun;
            event.site(site);
            event.accepted = accepted;
            event.commit();
        }
        if (handshake.isEnabled() && shaking.size() < MOST_OPEN) {
            var next = new HandshakeEvent();
            next.begin();
            shaking.put(Key.of(site), next);
        }
    }

    /** An endpoint makes one connection at a time, and has no peer before it is there. */
    private static Key keyOfTry(Site site) {
        return new Key(site.socketId(), site.endpoint(), "");
    }

    void shookHands(Site site, String mechanism, String failure, String detail) {
        HandshakeEvent begun = shaking.isEmpty() ? null : shaking.remove(Key.of(site));
        if (handshake.isEnabled()) {
            HandshakeEvent event = begun == null ? new HandshakeEvent() : begun;
            event.site(site);
            event.mechanism = mechanism;
            event.succeeded = failure.isEmpty();
            event.reason = failure;
            event.detail = Text.brief(detail);
            event.commit();
        }
    }

    void disconnected(Site site, String reason, String detail) {
        if (disconnect.isEnabled()) {
            var event = new DisconnectEvent();
            event.site(site);
            event.reason = reason;
            event.detail = Text.brief(detail);
            event.commit();
        }
    }

    void waiting(Site site, long millis, String reason, String detail) {
        connecting.remove(keyOfTry(site));
        if (reconnectWait.isEnabled()) {
            var event = new ReconnectWaitEvent();
            event.site(site);
            event.wait = millis;
            event.reason = reason;
            event.detail = Text.brief(detail);
            event.commit();
        }
    }

    void closed(Site site) {
        connecting.remove(keyOfTry(site));
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
