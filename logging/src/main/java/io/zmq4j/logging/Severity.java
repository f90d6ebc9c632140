package io.zmq4j.logging;

/** The level of a record as it stands in the topic: the names of Python's {@code logging}, from the least severe on. */
public enum Severity {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
