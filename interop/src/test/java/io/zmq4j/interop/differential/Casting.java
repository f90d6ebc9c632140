package io.zmq4j.interop.differential;

import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Opens a scenario's sockets, with options at random. */
final class Casting {
    private static final Set<SocketType> CONFLATING = Set.of(PUSH, PULL, PUB, SUB);

    private final SplittableRandom random;
    private final Family family;
    private final boolean isInproc;
    private final boolean isConflated;
    private final boolean isInverted;
    private final boolean isTight;

    Casting(SplittableRandom random, Family family, boolean isInproc) {
        this.random = random;
        this.family = family;
        this.isInproc = isInproc;
        isConflated = Set.of(Family.PIPELINE, Family.PUBLICATION).contains(family) && Draw.oneIn(random, 8);
        isTight = random.nextBoolean();
        isInverted = family == Family.PUBLICATION && Draw.oneIn(random, 8);
    }

    /** Whether sockets may keep the newest message alone; then no message has two frames, which libzmq would take apart. */
    boolean isConflated() {
        return isConflated;
    }

    Node open(String name, List<Step> steps) {
        SocketType type = Draw.one(random, family.types);
        List<String> words =
                new ArrayList<>(List.of(type.name(), "LINGER=" + Draw.one(random, List.of(0, -1)), "RECONNECT_IVL=10"));
        options(type, name, words);
        steps.add(new Step(name, Verb.OPEN, words));
        return new Node(name, type, Set.copyOf(words));
    }

    private void options(SocketType type, String name, List<String> words) {
        maybe(words, 1, family == Family.ROUTING, "ROUTING_ID=" + name);
        boolean isRelaxed = type == REQ && Draw.oneIn(random, 3);
        boolean isPublisher = Set.of(PUB, XPUB).contains(type);
        highWaterMarks(isRelaxed || Set.of(SUB, XSUB).contains(type), isPublisher, words);
        maybe(words, 1, isRelaxed, "REQ_RELAXED=1");
        maybe(words, 2, type == ROUTER, "ROUTER_MANDATORY=1");
        maybe(words, 3, type == REQ, "REQ_CORRELATE=1");
        maybe(words, 3, type == XPUB, "XPUB_VERBOSE=1");
        maybe(words, 4, type == XPUB, "XPUB_VERBOSER=1");
        maybe(words, 4, isPublisher, "XPUB_NODROP=1");
        maybe(words, 6, !isRelaxed && !isInproc, "IMMEDIATE=1");
        maybe(words, 1, isInverted && Set.of(PUB, XPUB, SUB).contains(type), "INVERT_MATCHING=1");
        maybe(words, 2, isConflated && CONFLATING.contains(type), "CONFLATE=1");
    }

    /**
     * Small ones within a process alone: over a wire the kernel takes what is beyond them. With marks on both sides that add up to more
     * than two, libzmq has no room again as soon as a message is read: see {@link Intended}.
     */
    private void highWaterMarks(boolean mustSend, boolean mustReceive, List<String> words) {
        maybe(words, 3, isInproc && !mustSend, "SNDHWM=" + (isTight ? 1 : random.nextInt(1, 4)));
        maybe(words, 3, isInproc && isTight && !mustReceive, "RCVHWM=1");
    }

    private void maybe(List<String> words, int times, boolean isPossible, String option) {
        if (isPossible && Draw.oneIn(random, times)) {
            words.add(option);
        }
    }
}
