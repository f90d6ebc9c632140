package io.zmq4j.management;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.Fresh;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A context, from its snapshots. */
final class ContextBean implements ContextMXBean {
    private final Fresh<ContextSnapshot> snapshot;

    ContextBean(ContextCore context) {
        snapshot = new Fresh<>(context::snapshot, System::nanoTime);
    }

    @Override
    public String getName() {
        return snapshot.get().name();
    }

    @Override
    public int getNumber() {
        return snapshot.get().number();
    }

    @Override
    public String getVersion() {
        return snapshot.get().version();
    }

    @Override
    public long getAgeSeconds() {
        return snapshot.get().age().toSeconds();
    }

    @Override
    public int getSockets() {
        return snapshot.get().sockets().size();
    }

    @Override
    public long getConnections() {
        return snapshot.get().sockets().stream()
                .mapToLong(each -> each.statistics().connections())
                .sum();
    }

    @Override
    public int getLoops() {
        return snapshot.get().loops().size();
    }

    @Override
    public int getDeadLoops() {
        return (int)
                snapshot.get().loops().stream().filter(each -> !each.alive()).count();
    }

    @Override
    public long getMessagesReceived() {
        return sum(Traffic::messagesIn);
    }

    @Override
    public long getMessagesSent() {
        return sum(Traffic::messagesOut);
    }

    @Override
    public long getBytesReceived() {
        return sum(Traffic::bytesIn);
    }

    @Override
    public long getBytesSent() {
        return sum(Traffic::bytesOut);
    }

    @Override
    public long getMessagesQueuedIn() {
        return sum(Traffic::queuedIn);
    }

    @Override
    public long getMessagesQueuedOut() {
        return sum(Traffic::queuedOut);
    }

    private long sum(ToLongFunction<Traffic> number) {
        ContextSnapshot now = snapshot.get();
        return Stream.concat(
                        now.sockets().stream().map(each -> each.statistics().traffic()),
                        now.ended().stream().map(EndedSockets::traffic))
                .mapToLong(number)
                .sum();
    }

    @Override
    public Map<String, Long> getDrops() {
        ContextSnapshot now = snapshot.get();
        Map<DropReason, Long> sums = new EnumMap<>(DropReason.class);
        Stream.concat(
                        now.sockets().stream().map(each -> each.statistics().drops()),
                        now.ended().stream().map(EndedSockets::drops))
                .forEach(drops -> drops.forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
        return Rows.named(sums);
    }

    @Override
    public String[] getEvents() {
        return Rows.lines(snapshot.get().events().stream());
    }
}
