package io.zmq4j.management;

/** All contexts of this JVM. */
public interface StatisticsMXBean {
    /**
     * How they stand, as a JSON array of {@linkplain io.zmq4j.snapshot.ContextSnapshot#toJson snapshots}, in the order in which they
     * were made.
     */
    String getJson();
}
