package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/** What is said about a peer, and what comes of it. */
final class Verdicts {
    static final Verdict JOE =
            new Verdict(Verdict.Status.SUCCESS, "OK", "joe", new Metadata().put("Level", new byte[] {'9'}));

    private Verdicts() {}

    static Verdict refusing(Verdict.Status status) {
        return new Verdict(status, "because", "", new Metadata());
    }

    static Ask.Authenticate asked(Side side) {
        return (Ask.Authenticate) side.asks.get(side.asks.size() - 1);
    }

    /** Answers the question that was asked last; gives why the peer was refused, or null. */
    static @Nullable ProtocolException decide(Side side, Verdict verdict) {
        try {
            side.engine().resume(asked(side).decided(verdict), side.now);
            return null;
        } catch (ProtocolException e) {
            return e;
        }
    }
}
