package io.zmq4j.simulation;

import io.zmq4j.error.EndpointException;
import io.zmq4j.stress.Agenda;
import io.zmq4j.stress.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A network in memory, and all that ever was on it. */
final class Network {
    private static final long LONGEST_WORD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** After which the system itself gives a connection up: an engine that cannot even write a PING does not. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long CONNECT_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Trial trial;
    private final SplittableRandom random;
    private final Agenda agenda;
    private final Conditions conditions;
    private final Map<Integer, SimulatedListener> listeners = new HashMap<>();
    private final List<Cable> cables = new ArrayList<>();
    private long stormEnds;
    /** Until then, connects may fail, and somebody may not know of a break. */
    private long calmFrom;

    Network(Trial trial) {
        this.trial = trial;
        random = trial.random().split();
        conditions = Conditions.of(random);
        agenda = trial.agenda();
        trial.world(this);
        tell(conditions.toString());
    }

    /** That of the trial to which the calling thread belongs. */
    static Network current() {
        return (Network) Trial.current().world();
    }

    static String endpoint(int port) {
        return "tcp://127.0.0.1:" + port;
    }

    Conditions conditions() {
        return conditions;
    }

    List<Cable> cables() {
        return cables;
    }

    long now() {
        return trial.nanos();
    }

    void at(long nanos, Runnable action) {
        if (nanos <= now()) {
            action.run();
        } else {
            agenda.at(nanos, action);
        }
    }

    void tell(String what) {
        trial.tell(what);
    }

    /** Whether a wire keeps to itself for now what it could pass on. */
    boolean hesitates() {
        return conditions.holds() > 0 && random.nextInt(4) == 0;
    }

    /** When an end hears that something has happened to its connection. */
    long wordOf(Cable.Cut cut) {
        long takes = cut == Cable.Cut.SILENT
                ? SILENCE_NANOS
                : random.nextInt(3) == 0 ? random.nextLong(LONGEST_WORD_NANOS) : 0;
        long hears = now() + conditions.latencyNanos() + takes;
        calmFrom = Math.max(calmFrom, hears);
        return hears;
    }

    void end() {
        agenda.end();
    }

    // ---- breaks

    /** Cuts connections at moments between now and then, and lets connects fail; then there is calm. */
    void storm(int cuts, long inNanos, boolean isSilentToo) {
        stormEnds = now() + inNanos;
        calmFrom = stormEnds;
        for (int i = 0; i < cuts; i++) {
            agenda.at(now() + random.nextLong(inNanos), () -> cutAny(isSilentToo));
        }
    }

    /** From when on nothing breaks, and everybody knows of every break. */
    long calmFrom() {
        return calmFrom;
    }

    private void cutAny(boolean isSilentToo) {
        List<Cable> standing = cables.stream().filter(Cable::stands).toList();
        if (!standing.isEmpty()) {
            Cable.Cut[] ways = Cable.Cut.values();
            standing.get(random.nextInt(standing.size()))
                    .cut(ways[random.nextInt(isSilentToo ? ways.length : ways.length - 1)]);
        }
    }

    // ---- the transport's

    SimulatedListener listen(int port) {
        var listener = new SimulatedListener(this, port);
        if (listeners.putIfAbsent(port, listener) != null) {
            throw new EndpointException("port " + port + " is taken");
        }
        return listener;
    }

    void close(int port, SimulatedListener listener) {
        listeners.remove(port, listener);
    }

    SimulatedAttempt connect(int port) {
        var attempt = new SimulatedAttempt(this);
        boolean isLost = now() < stormEnds && random.nextInt(8) == 0;
        if (isLost) {
            long hears = now() + CONNECT_TIMEOUT_NANOS;
            calmFrom = Math.max(calmFrom, hears);
            agenda.at(hears, () -> attempt.refused("timed out"));
        } else {
            at(now() + 2 * conditions.latencyNanos(), () -> arrive(attempt, port));
        }
        return attempt;
    }

    private void arrive(SimulatedAttempt attempt, int port) {
        if (attempt.isGivenUp()) {
            return;
        }
        SimulatedListener listener = listeners.get(port);
        if (listener == null) {
            attempt.refused("connection refused");
            return;
        }
        var cable = new Cable(this, port, cables.size(), conditions, random);
        cables.add(cable);
        tell(cable + " is made");
        attempt.made(cable.dialled());
        listener.arrive(cable.accepted());
    }
}
