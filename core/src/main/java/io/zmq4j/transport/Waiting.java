package io.zmq4j.transport;

/** Who waits for connections to be made or to arrive. Called with the loop's token. */
public interface Waiting {
    /** It is worth asking again. */
    void onReady();

    /** {@link #onReady} threw, or there is nothing to wait for any more. */
    void onError(Throwable error);
}
