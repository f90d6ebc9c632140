package peers;

import java.time.Duration;

/** A side of a conversation that is being played. */
interface Peer extends AutoCloseable {
    Duration PATIENCE = Duration.ofSeconds(20);

    /** What it says next, which must come in time; throws an {@link AssertionError} if the side has failed. */
    String hear();

    void tell(String word);

    /** Ends it, whatever it is doing. */
    @Override
    void close();
}
