package io.zmq4j.pattern;

/**
 * What the machine under a socket must know of its type and does not ask its pattern. Read when a socket, an endpoint or a
 * connection is made, into final fields: nothing that happens for each message goes through it.
 *
 * @param sending what becomes of a message that no peer takes at once
 * @param receives whether its application receives
 * @param readsEagerly whether what comes is for the pattern itself, which gets it at once and not when somebody receives
 * @param readsAhead whether receiving only takes messages, so that a flood may be taken many at a time
 * @param takesTurns whether its application may send at one moment and receive at another, and one call decides for all
 * @param answers whether its pattern knows a message's sender, and must be told where another one takes its place
 * @param addresses whether a message's first frame says which peer it is for
 * @param hasOnePeer whether a second peer is refused while one is there
 * @param connectsOnce whether a second connection to where it is connected already would only double what goes there
 * @param shape what frames its messages have
 */
public record Traits(
        Sending sending,
        boolean receives,
        boolean readsEagerly,
        boolean readsAhead,
        boolean takesTurns,
        boolean answers,
        boolean addresses,
        boolean hasOnePeer,
        boolean connectsOnce,
        Shape shape) {
    /** What becomes of a message that no peer takes at once. */
    public enum Sending {
        /** There is none: its application does not send. */
        NO,
        /** It waits for room, whichever peer has it. */
        WAITS,
        /** It waits for room with the one peer that it is for; that there is no such peer is an error. */
        WAITS_FOR_ITS_PEER,
        /** It is dropped, unless an option says that it waits for those it is for. */
        DROPS
    }

    /** One that sends like this and does nothing else, unless the steps below say so. */
    public static Traits of(Sending sending) {
        return new Traits(sending, false, false, false, false, false, false, false, false, Shape.ANY);
    }

    public Traits receiving() {
        return new Traits(
                sending,
                true,
                readsEagerly,
                readsAhead,
                takesTurns,
                answers,
                addresses,
                hasOnePeer,
                connectsOnce,
                shape);
    }

    public Traits readingEagerly() {
        return new Traits(
                sending, receives, true, readsAhead, takesTurns, answers, addresses, hasOnePeer, connectsOnce, shape);
    }

    public Traits readingAhead() {
        return new Traits(
                sending, receives, readsEagerly, true, takesTurns, answers, addresses, hasOnePeer, connectsOnce, shape);
    }

    public Traits takingTurns() {
        return new Traits(
                sending, receives, readsEagerly, readsAhead, true, answers, addresses, hasOnePeer, connectsOnce, shape);
    }

    public Traits answering() {
        return new Traits(
                sending,
                receives,
                readsEagerly,
                readsAhead,
                takesTurns,
                true,
                addresses,
                hasOnePeer,
                connectsOnce,
                shape);
    }

    public Traits addressing() {
        return new Traits(
                sending,
                receives,
                readsEagerly,
                readsAhead,
                takesTurns,
                answers,
                true,
                hasOnePeer,
                connectsOnce,
                shape);
    }

    public Traits havingOnePeer() {
        return new Traits(
                sending, receives, readsEagerly, readsAhead, takesTurns, answers, addresses, true, connectsOnce, shape);
    }

    public Traits connectingOnce() {
        return new Traits(
                sending, receives, readsEagerly, readsAhead, takesTurns, answers, addresses, hasOnePeer, true, shape);
    }

    public Traits shaped(Shape shape) {
        return new Traits(
                sending,
                receives,
                readsEagerly,
                readsAhead,
                takesTurns,
                answers,
                addresses,
                hasOnePeer,
                connectsOnce,
                shape);
    }

    /** Whether its application sends. */
    public boolean sends() {
        return sending != Sending.NO;
    }
}
