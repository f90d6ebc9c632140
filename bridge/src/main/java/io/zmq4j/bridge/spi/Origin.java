package io.zmq4j.bridge.spi;

/** Where a record came from: whatever its source needs to acknowledge it. */
public interface Origin {
    /**
     * Names the record among all that ever came from there, and names it alike when it comes again, such as {@code orders-0@17}. For
     * logs, for dead letters, and for engines that leave out what they have already.
     */
    String id();
}
