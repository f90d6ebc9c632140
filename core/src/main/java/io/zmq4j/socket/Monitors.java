package io.zmq4j.socket;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The monitors of a socket. Safe for any thread. */
final class Monitors {
    private final List<Monitor> monitors = new CopyOnWriteArrayList<>();

    /** Gives the endpoint that is bound, with the real port or path. */
    String start(SocketCore watched, String endpoint, long wanted, MonitorFormat format, SocketType type) {
        Monitor monitor = Monitor.start(watched, endpoint, wanted, format, type);
        monitors.removeIf(Monitor::hasEnded);
        monitors.add(monitor);
        watched.onEvent(monitor::publish, false);
        return monitor.uri();
    }

    /** Gives how many peers there are to tell of. */
    int tellOfPipes(List<PeerStatistics> peers) {
        List<Monitor> telling = monitors.stream().filter(Monitor::tellsOfPipes).toList();
        if (telling.isEmpty()) {
            throw new SocketStateException(
                    "no monitor of version 2 wants PIPES_STATS (0x10000): start one with monitor(endpoint, 0x1FFFF, 2, PAIR)");
        }
        telling.forEach(monitor -> peers.forEach(monitor::publish));
        return peers.size();
    }
}
