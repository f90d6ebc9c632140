package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.List;

/** What a handshake must know before it can go on. While the answer is awaited, no command is given to the mechanism. */
public sealed interface Ask {
    /** Something that takes long or blocks, such as a key agreement: called once, by any thread that may be kept busy. */
    @FunctionalInterface
    non-sealed interface Work extends Ask {
        /** If this throws, the connection ends. */
        Answer call() throws Exception;
    }

    /** Whether the peer may come in: the one who decides (RFC 27) takes the time that it needs. */
    non-sealed interface Authenticate extends Ask {
        /** The frames that follow the mechanism's name in a request to the decider, as RFC 27 defines them for this mechanism. */
        List<byte[]> credentials();

        /**
         * What follows from the verdict, which was reached once and lets the peer in: one that may not come in is refused by
         * whoever drives the mechanism, which hears nothing any more.
         */
        Answer decided(Verdict verdict);
    }

    /** What came of it: called where the mechanism is owned, once, unless the connection has ended. */
    @FunctionalInterface
    interface Answer {
        Mechanism.Step resume() throws ProtocolException;
    }
}
