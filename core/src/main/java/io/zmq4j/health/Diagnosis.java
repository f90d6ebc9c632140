package io.zmq4j.health;

import io.zmq4j.event.DropReason;
import io.zmq4j.health.Finding.Kind;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.notice.Words;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a context, by looking at it again and again: one for each context that is watched. It remembers since when
 * something lasts, and knows no time but that of the snapshots; one that is of another process or context, or older than the last,
 * makes it begin anew. For one thread at a time.
 */
public final class Diagnosis {
    /** Those that wait for a peer before they send. */
    private static final Set<String> WAITING_SENDERS = Set.of("PUSH", "DEALER", "REQ", "PAIR");

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::since)
            .reversed();

    private final Thresholds thresholds;
    private @Nullable ContextSnapshot last;
    private Onsets onsets = new Onsets();
    private Drops drops;

    /** One with the {@linkplain Thresholds#standard() standard} thresholds. */
    public Diagnosis() {
        this(Thresholds.standard());
    }

    public Diagnosis(Thresholds thresholds) {
        this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
        drops = new Drops(thresholds.memory());
    }

    /** What is wrong now, the worst first, and of that what has lasted longest; empty if nothing is. */
    public List<Finding> look(ContextSnapshot now) {
        Objects.requireNonNull(now, "now");
        if (last != null && !isLater(now, last)) {
            onsets = new Onsets();
            drops = new Drops(thresholds.memory());
        }
        last = now;
        onsets.look(now.age());
        drops.look(now.age());
        var history = new History(now, thresholds.memory());
        List<Finding> found = new ArrayList<>();
        if (!now.sockets().isEmpty()) {
            now.loops().forEach(loop -> loop(found, now, loop));
        }
        for (SocketSnapshot socket : now.sockets()) {
            if (!new EndpointCheck(thresholds, onsets, history, socket).find(found)) {
                noPeers(found, history, socket);
            }
            new QueueCheck(thresholds, onsets, socket).find(found);
            socket.statistics().drops().forEach((reason, count) -> dropping(found, socket, reason, count));
        }
        found.sort(WORST_FIRST);
        return List.copyOf(found);
    }

    private static boolean isLater(ContextSnapshot now, ContextSnapshot last) {
        return now.pid() == last.pid()
                && now.number() == last.number()
                && now.age().compareTo(last.age()) >= 0;
    }

    /** A context that is closed has no sockets, and its loops have ended as they should. */
    private void loop(List<Finding> found, ContextSnapshot context, LoopSnapshot loop) {
        if (!loop.alive()) {
            Duration since = onsets.hold(Kind.LOOP_DEAD, 0, loop.name(), Duration.ZERO);
            found.add(new Finding(
                    Kind.LOOP_DEAD,
                    Severity.ERROR,
                    0,
                    context.name(),
                    loop.name(),
                    since,
                    "the thread " + loop.name() + " has ended: nothing is sent or received but by threads that wait"));
        }
    }

    /** Of those that are bound alone: what is wrong with a connected one is its endpoint. */
    private void noPeers(List<Finding> found, History history, SocketSnapshot socket) {
        if (!WAITING_SENDERS.contains(socket.type())
                || socket.endpoints().isEmpty()
                || socket.endpoints().stream().anyMatch(each -> !each.bound() || each.peers() > 0)) {
            return;
        }
        Duration known = socket.statistics().connectionsMade() == 0 ? socket.age() : history.lastLeft(socket.id());
        Duration since = onsets.hold(Kind.NO_PEERS, socket.id(), "", known);
        if (since.compareTo(thresholds.noPeers()) >= 0) {
            int waiting = socket.waitingSenders();
            found.add(new Finding(
                    Kind.NO_PEERS,
                    waiting > 0 ? Severity.ERROR : Severity.WARNING,
                    socket.id(),
                    socket.title(),
                    null,
                    since,
                    socket.title() + " has had no peer for " + Words.time(since)
                            + (waiting > 0 ? "; " + Words.count(waiting, "thread") + " waiting to send" : "")));
        }
    }

    private void dropping(List<Finding> found, SocketSnapshot socket, DropReason reason, long count) {
        Drops.Growth growth = drops.count(socket, reason, count);
        if (growth == null || !(Words.isLoss(reason) || reason == DropReason.HANDLER_FAILED)) {
            return;
        }
        Duration since = drops.age().minus(growth.began());
        found.add(new Finding(
                Kind.DROPPING,
                Severity.WARNING,
                socket.id(),
                socket.title(),
                null,
                since,
                socket.title() + " dropped " + Words.count(growth.dropped(), "message") + " in the last "
                        + Words.time(since) + " (" + reason + "): " + Words.of(reason)));
    }
}
