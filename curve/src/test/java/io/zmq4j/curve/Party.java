package io.zmq4j.curve;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a handshake without a connection: does the work that is asked for at once, and keeps what is to be sent. */
final class Party {
    final Deque<Command> sent = new ArrayDeque<>();
    final List<byte[]> credentials = new ArrayList<>();
    private final Mechanism mechanism;
    Verdict verdict = new Verdict(Verdict.Status.SUCCESS, "", "", new Metadata());

    @Nullable
    Metadata peer;

    Mechanism.@Nullable Seal seal;

    Party(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    Party start() throws ProtocolException {
        take(mechanism.start());
        return this;
    }

    void receive(Command command) throws ProtocolException {
        take(mechanism.receive(command));
    }

    void receive(byte[] body) throws ProtocolException {
        receive(Command.parse(body));
    }

    /** The body of what is to be sent next. */
    byte[] next() {
        return sent.remove().body();
    }

    private void take(Mechanism.Step step) throws ProtocolException {
        sent.addAll(step.send());
        if (step.peer() != null) {
            peer = step.peer();
            seal = step.seal();
        }
        if (step.ask() instanceof Ask.Work work) {
            take(answer(work).resume());
        } else if (step.ask() instanceof Ask.Authenticate authenticate) {
            credentials.addAll(authenticate.credentials());
            decide(authenticate);
        }
    }

    private void decide(Ask.Authenticate authenticate) throws ProtocolException {
        if (verdict.isAllowed()) {
            take(authenticate.decided(verdict).resume());
        } else {
            mechanism.end();
        }
    }

    private static Ask.Answer answer(Ask.Work work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError("the work failed: " + e, e);
        }
    }
}
