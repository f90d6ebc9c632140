package io.zmq4j.jfr;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The events of connections, with those that have begun and not ended. Any thread. */
final class ConnectionRecords implements ConnectionEvents {
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

    private final Map<Key, ConnectEvent> connecting = new ConcurrentHashMap<>();
    private final Map<Key, HandshakeEvent> shaking = new ConcurrentHashMap<>();

    @Override
    public void connecting(Site site) {
        if (connect.isEnabled() && connecting.size() < MOST_OPEN) {
            var begun = new ConnectEvent();
            begun.begin();
            connecting.put(keyOfTry(site), begun);
        }
    }

    @Override
    public void connected(Site site, boolean accepted) {
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

    @Override
    public void shookHands(Site site, String mechanism, String failure, String detail) {
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

    @Override
    public void disconnected(Site site, String reason, String detail) {
        if (disconnect.isEnabled()) {
            var event = new DisconnectEvent();
            event.site(site);
            event.reason = reason;
            event.detail = Text.brief(detail);
            event.commit();
        }
    }

    @Override
    public void waiting(Site site, long millis, String reason, String detail) {
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

    @Override
    public void closed(Site site) {
        connecting.remove(keyOfTry(site));
    }
}
