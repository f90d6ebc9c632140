package io.zmq4j.talk;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a handshake without a connection: does the work that is asked for at once, and keeps what is to be sent. */
public final class Party {
    public final Deque<Command> sent = new ArrayDeque<>();
    public final List<byte[]> credentials = new ArrayList<>();
    private final Mechanism mechanism;
    public Verdict verdict = new Verdict(Verdict.Status.SUCCESS, "", "", new Metadata());

    public @Nullable Metadata peer;

    public Mechanism.@Nullable Seal seal;

    public Party(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    public static Party of(Security security, String socketType) {
        return of(security, socketType, false);
    }

    public static Party of(Security security, String socketType, boolean authenticates) {
        var own = new Metadata().put(Metadata.SOCKET_TYPE, socketType.getBytes(StandardCharsets.US_ASCII));
        return new Party(security.create(own, authenticates));
    }

    public Party start() throws ProtocolException {
        take(mechanism.start());
        return this;
    }

    public void receive(Command command) throws ProtocolException {
        take(mechanism.receive(command));
    }

    /** As the engine does it. */
    public void receive(byte[] body) throws ProtocolException {
        receive(body.length == 0 && mechanism.takesEmptyCommands() ? Command.EMPTY : Command.parse(body));
    }

    /** The body of what is to be sent next. */
    public byte[] next() {
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
