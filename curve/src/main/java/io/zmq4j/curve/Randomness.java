package io.zmq4j.curve;

/** Where keys and long nonces come from. Nobody may be able to guess what it gives. */
@FunctionalInterface
interface Randomness {
    /** Fills the array; safe for any thread. */
    void fill(byte[] bytes);

    /** So many fresh octets. */
    default byte[] next(int size) {
        var bytes = new byte[size];
        fill(bytes);
        return bytes;
    }
}
