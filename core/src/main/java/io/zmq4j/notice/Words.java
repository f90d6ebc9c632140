package io.zmq4j.notice;

import io.zmq4j.event.DropReason;
import java.time.Duration;
import java.util.Locale;

/** How a notice says what is not text already. */
public final class Words {
    private Words() {}

    /** A time as people say it: {@code 0.1 s}, {@code 90 s}, {@code 12 min}, {@code 3 h}. */
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** Why messages were dropped, and what to do. */
    public static String of(DropReason reason) {
        return switch (reason) {
            case QUEUE_FULL ->
                "the queue to a peer was full, which is slower than the sender: raise SNDHWM or send less";
            case UNROUTABLE -> "no peer has the routing id: ROUTER_MANDATORY makes send say so";
            case REQUESTER_GONE -> "who asked was gone before the answer";
            case PEER_GONE -> "the peer left with messages in its queue";
            case LINGER_EXPIRED -> "the socket was closed and LINGER passed before they were handed over";
            case MALFORMED_ENVELOPE ->
                "the envelope was missing or broken: is there a frame too few in front of the body?";
            case NOT_RECEIVING -> "the peer sent to a socket that does not receive, or does not take that peer";
            case LOST_IN_TRANSPORT -> "the transport could not recover them (counted in packets)";
            case UNREAD_AT_CLOSE -> "the socket was closed before they were received";
            case NOT_SUBSCRIBED -> "they match no subscription any more";
            case LATE_REPLY -> "the reply was to an earlier request";
            case UNCORRELATED ->
                "it answers no request: does the server send back what stands before the empty frame, and that frame?";
            case HANDLER_FAILED -> "the handler of a request failed";
            case CONFLATED -> "CONFLATE keeps the newest alone";
            case WRONG_SHAPE -> "the peer sent another number of frames than messages of this socket type have";
        };
    }

    /** Whether an application loses something by it that it may not expect, and that is not said otherwise. */
    public static boolean isLoss(DropReason reason) {
        return switch (reason) {
            case UNREAD_AT_CLOSE, NOT_SUBSCRIBED, LATE_REPLY, HANDLER_FAILED, CONFLATED -> false;
            default -> true;
        };
    }
}
