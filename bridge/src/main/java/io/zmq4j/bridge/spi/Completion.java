package io.zmq4j.bridge.spi;

/** How a write ended. Safe for any thread; returns at once. */
public interface Completion {
    /** It is where the sink's promise has it. */
    void written();

    /** This record can never be written, whoever tries it how often; others can. */
    void rejected(String reason);

    /** It was not written, or nobody knows; it may work another time. */
    void failed(String reason);
}
