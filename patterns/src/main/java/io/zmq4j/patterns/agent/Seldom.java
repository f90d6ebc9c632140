package io.zmq4j.patterns.agent;

/** Which failures are told in the log, so that whoever causes them cannot fill it. */
public final class Seldom {
    private Seldom() {}

    /** The first, the tenth, the hundredth and so on. */
    public static boolean isTold(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}
