package io.zmq4j.notice;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one socket says: hears its events, and knows what was said of each of its endpoints.
 *
 * <p>{@link #hear} is for any thread and lets pass what is no trouble; what it keeps is looked at by one worker after the other.
 */
public final class SocketNotices {
    private final Notices notices;
    private final Supplier<String> title;

    /** Whether an endpoint is in an episode, which a completed handshake ends. */
    private volatile boolean isTroubled;

    // ---- the worker's

    private final Map<String, Episode> episodes = new HashMap<>();

    // ---- any thread's

    /** Endpoints that are bound: of a connected one, whose peer did not get in, the next event tells more. */
    private final Set<String> bound = ConcurrentHashMap.newKeySet();

    private final AtomicLong failures = new AtomicLong();

    SocketNotices(Notices notices, Supplier<String> title) {
        this.notices = notices;
        this.title = title;
    }

    /** Any thread; never blocks, and throws nothing for want of memory. */
    public void hear(SocketEvent event) {
        if (notices.isSilent()) {
            return;
        }
        try {
            note(event);
        } catch (OutOfMemoryError e) {
            // Listeners have it, and so much memory is needed for something else.
        }
    }

    private void note(SocketEvent event) {
        if (event.type() == SocketEvent.Type.LISTENING) {
            bound.add(event.endpoint());
        } else if (concerns(event)) {
            notices.note(this, event);
        }
        if (event.type() == SocketEvent.Type.CLOSED) {
            bound.remove(event.endpoint());
        }
    }

    private boolean concerns(SocketEvent event) {
        return switch (event.type()) {
            case CONNECT_RETRIED -> isFailedTry(event);
            case HANDSHAKE_SUCCEEDED, PEERS_FOUND -> isTroubled;
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH ->
                isRefusal(event.reason()) && bound.contains(event.endpoint());
            case DISCONNECTED -> isWrong(event.reason()) && bound.contains(event.endpoint());
            case CLOSED -> isTroubled || isGivenUp(event);
            case ACCEPT_FAILED, CLOSE_FAILED, INTERFACE_LOST, INTERFACE_BACK, DROPPED -> true;
            default -> false;
        };
    }

    /** A connection that breaks and is made anew is none, unless its peer is the wrong one. */
    private static boolean isFailedTry(SocketEvent event) {
        return event.reason() == null || isWrong(event.reason());
    }

    /** Whether a connection that was there ended because this side does not want such a peer, or what it sent. */
    private static boolean isWrong(@Nullable CloseReason reason) {
        return reason != null
                && reason != CloseReason.CLOSED_LOCALLY
                && (!reason.retry() || reason == CloseReason.REFUSED_BY_SOCKET);
    }

    /** A peer that leaves in its handshake, as what only looks whether a port is open does, was refused by nobody. */
    private static boolean isRefusal(@Nullable CloseReason reason) {
        return reason != CloseReason.PEER_CLOSED
                && reason != CloseReason.CONNECTION_LOST
                && reason != CloseReason.CLOSED_LOCALLY;
    }

    private static boolean isGivenUp(SocketEvent event) {
        CloseReason reason = event.reason();
        return reason == null ? !event.detail().isEmpty() : reason != CloseReason.CLOSED_LOCALLY;
    }

    /** A worker's. */
    void look(SocketEvent event) {
        switch (event.type()) {
            case CONNECT_RETRIED -> cannotConnect(event);
            case HANDSHAKE_SUCCEEDED -> recovered(event.endpoint(), "is connected to");
            case PEERS_FOUND -> recovered(event.endpoint(), "found " + Words.count(event.value(), "peer") + " at");
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> refused(event, "did not let", "in at");
            case DISCONNECTED -> refused(event, "broke off with", "at");
            case ACCEPT_FAILED -> troubled(event, "cannot accept a peer at");
            case CLOSE_FAILED -> troubled(event, "cannot close");
            case INTERFACE_LOST -> troubled(event, "cannot send or receive at");
            case INTERFACE_BACK -> recovered(event.endpoint(), "sends and receives again at");
            case CLOSED -> closed(event);
            case DROPPED -> dropped(DropReason.valueOf(event.detail()), event.value());
            default -> throw new AssertionError(event);
        }
        isTroubled = !episodes.isEmpty();
    }

    private void cannotConnect(SocketEvent event) {
        happens(
                event.endpoint(),
                event.detail(),
                "cannot connect to " + event.endpoint() + ": " + event.detail() + ". Next try in "
                        + Words.time(Duration.ofMillis(event.value())));
    }

    private void troubled(SocketEvent event, String what) {
        happens(event.endpoint(), event.detail(), what + " " + event.endpoint() + ": " + event.detail());
    }

    /** Each kind is an episode of its own. */
    private void refused(SocketEvent event, String what, String where) {
        String peer = event.peer() == null ? "a peer" : event.peer();
        String kind = String.valueOf(event.reason());
        String why = event.detail().isEmpty() ? kind : event.detail();
        happens(
                event.endpoint() + " " + kind,
                kind,
                what + " " + peer + " " + where + " " + event.endpoint() + ": " + why);
    }

    private void happens(String key, String reason, String text) {
        long now = notices.now();
        Episode episode = episodes.computeIfAbsent(key, absent -> new Episode(now));
        if (episode.happens(reason, now)) {
            String before = episode.times() == 1
                    ? ""
                    : " (" + episode.times() + " times in " + Words.time(Duration.ofNanos(episode.nanos(now))) + ")";
            say(Theme.CONNECTION, WARNING, text + before);
        }
    }

    private void recovered(String endpoint, String what) {
        Episode over = episodes.remove(endpoint);
        if (over != null) {
            say(
                    Theme.CONNECTION,
                    INFO,
                    what + " " + endpoint + ", after " + Words.count(over.times(), "failure") + " in "
                            + Words.time(Duration.ofNanos(over.nanos(notices.now()))));
        }
    }

    private void closed(SocketEvent event) {
        episodes.keySet().removeIf(key -> key.equals(event.endpoint()) || key.startsWith(event.endpoint() + " "));
        if (isGivenUp(event)) {
            String why = event.detail().isEmpty() ? String.valueOf(event.reason()) : event.detail();
            say(
                    Theme.CONNECTION,
                    WARNING,
                    "gave " + event.endpoint() + " up: " + why
                            + ". It is not tried again unless it is connected again");
        }
    }

    private void dropped(DropReason reason, long count) {
        if (Words.isLoss(reason)) {
            String soFar = count == 1 ? "" : " so far";
            say(
                    Theme.DROP,
                    WARNING,
                    "dropped " + Words.count(count, "message") + soFar + " (" + reason + "): " + Words.of(reason));
        }
    }

    /** The application's code failed: said with where, and again at the 10th failure, the 100th and so on. Any thread. */
    public void handlerFailed(String handler, Throwable failure) {
        long count = failures.incrementAndGet();
        if (Notices.isTold(count)) {
            String soFar = count == 1 ? "" : ", as " + count + " times so far";
            notices.say(Theme.HANDLER, WARNING, title.get() + ": " + handler + " failed" + soFar, failure);
        }
    }

    private void say(Theme theme, System.Logger.Level level, String text) {
        notices.say(theme, level, title.get() + " " + text, null);
    }
}
