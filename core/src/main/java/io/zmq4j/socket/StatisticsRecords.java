package io.zmq4j.socket;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.jfr.Site;
import io.zmq4j.jfr.SocketNumbers;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The numbers of a context's sockets, for Flight Recorder. */
final class StatisticsRecords implements Supplier<List<SocketNumbers>> {
    private final ContextCore context;

    StatisticsRecords(ContextCore context) {
        this.context = context;
    }

    @Override
    public List<SocketNumbers> get() {
        return context.sockets().stream()
                .map(socket -> numbers(socket, socket.statistics()))
                .toList();
    }

    /** The last numbers of a socket that has ended, if they are known. Throws nothing. */
    void tell(SocketCore socket, @Nullable SocketStatistics last) {
        if (last == null || !context.jfr().isTelling()) {
            return;
        }
        try {
            context.jfr().statistics(numbers(socket, last));
        } catch (Throwable e) {
            // There is no memory for them.
        }
    }

    private SocketNumbers numbers(SocketCore socket, SocketStatistics now) {
        Traffic traffic = now.traffic();
        return new SocketNumbers(
                new Site(socket.id(), socket.title(), "", ""),
                context.name(),
                socket.type().name(),
                traffic.messagesOut(),
                traffic.messagesIn(),
                traffic.bytesOut(),
                traffic.bytesIn(),
                traffic.queuedOut(),
                traffic.queuedIn(),
                now.drops().values().stream().mapToLong(Long::longValue).sum(),
                now.connections(),
                now.peers().stream().filter(StatisticsRecords::isFull).count());
    }

    private static boolean isFull(PeerStatistics peer) {
        return isFull(peer.traffic().queuedOut(), peer.sendHighWaterMark())
                || isFull(peer.traffic().queuedIn(), peer.receiveHighWaterMark());
    }

    private static boolean isFull(long queued, int highWaterMark) {
        return highWaterMark > 0 && queued >= highWaterMark;
    }
}
