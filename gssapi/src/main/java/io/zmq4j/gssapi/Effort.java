package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.ProtocolException;

/** What a step does off the thread that reads: it may read a keytab, or wait for a KDC. */
@FunctionalInterface
interface Effort {
    /** Called by any thread; touches nothing that the handshake's owner does. */
    Ask.Answer make() throws ProtocolException;

    /** A step that waits for it. Where it refuses the peer, that is told where the answer is taken. */
    static Mechanism.Step step(Effort effort) {
        return Mechanism.Step.working(() -> {
            try {
                return effort.make();
            } catch (ProtocolException refusal) {
                return () -> {
                    throw refusal;
                };
            }
        });
    }
}
