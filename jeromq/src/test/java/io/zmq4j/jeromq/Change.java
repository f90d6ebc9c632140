package io.zmq4j.jeromq;

/**
 * Something that a program compiled against JeroMQ would miss here.
 *
 * @param kind what happened, in the words of japicmp, or {@link #CONSTANT_CHANGED}
 * @param element a class, {@code package.Class}, or a member of it: {@code package.Class.field}, {@code package.Class.method(int)}
 */
record Change(String kind, String element) implements Comparable<Change> {
    /** Compilers copy the values of constants into the classes that use them. */
    static final String CONSTANT_CHANGED = "CONSTANT_CHANGED";

    @Override
    public int compareTo(Change other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + element;
    }
}
