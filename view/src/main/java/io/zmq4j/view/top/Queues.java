package io.zmq4j.view.top;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.snapshot.SocketSnapshot;

/** What waits in the queues of a socket, and how full they are. */
final class Queues {
    private Queues() {}

    /** Messages that wait, in either direction. */
    static long waiting(SocketSnapshot socket) {
        var traffic = socket.statistics().traffic();
        return traffic.queuedIn() + traffic.queuedOut();
    }

    /** How full the fullest queue of any peer is: {@code 100%}, or a dash if none waits where there is a limit. */
    static String fullest(SocketSnapshot socket) {
        double fullest = socket.statistics().peers().stream()
                .mapToDouble(Queues::share)
                .max()
                .orElse(0);
        return fullest <= 0 ? "-" : (fullest < 0.01 ? "<1" : String.valueOf((long) (fullest * 100))) + "%";
    }

    private static double share(PeerStatistics peer) {
        var traffic = peer.traffic();
        return Math.max(
                share(traffic.queuedOut(), peer.sendHighWaterMark()),
                share(traffic.queuedIn(), peer.receiveHighWaterMark()));
    }

    private static double share(long queued, int limit) {
        return limit == 0 ? 0 : (double) queued / limit;
    }

    /** {@code 12/1000}, or the number alone where there is no limit. */
    static String of(long queued, int limit) {
        return limit == 0 ? String.valueOf(queued) : queued + "/" + limit;
    }
}
