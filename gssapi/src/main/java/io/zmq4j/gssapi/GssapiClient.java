package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of RFC 38, as libzmq has it.
 *
 * <pre>
 *   WORKING ──INITIATE sent──► TOKEN ──INITIATE──► WORKING ──empty command sent──► READY ──READY──► READY sent, DONE
 * </pre>
 *
 * Where the server's token completes the context, libzmq's client has nothing to send and sends that: a command without a name. Its
 * server waits for it, whatever is in it, before it asks anybody about the client.
 */
final class GssapiClient implements Mechanism {
    /** What it waits for. */
    private enum State {
        WORKING,
        TOKEN,
        READY,
        DONE
    }

    private final Credentials credentials;
    private final Principal service;
    private final boolean encrypts;
    private final Metadata own;

    private State state = State.WORKING;

    /** From the first token to the second. */
    private @Nullable Initiator initiator;

    /** From then on. */
    private @Nullable SecurityContext context;

    GssapiClient(Credentials credentials, Principal service, boolean encrypts, Metadata own) {
        this.credentials = credentials;
        this.service = service;
        this.encrypts = encrypts;
        this.own = own;
    }

    @Override
    public String name() {
        return Gssapi.NAME;
    }

    @Override
    public Step start() {
        return Step.working(this::begin);
    }

    private Ask.Answer begin() throws ProtocolException {
        Initiator begun = Initiator.begin(credentials, service, encrypts);
        Command initiate = Initiate.command(begun.token());
        return () -> {
            initiator = begun;
            state = State.TOKEN;
            return Step.sending(initiate);
        };
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        return switch (state) {
            case TOKEN -> {
                byte[] token = Initiate.token(command);
                Initiator begun = Objects.requireNonNull(initiator, "begun in this state");
                initiator = null;
                state = State.WORKING;
                yield Step.working(() -> complete(begun, token));
            }
            case READY -> ready(Objects.requireNonNull(context, "complete in this state"), command);
            case WORKING, DONE -> throw Refusals.unexpected(command, "none");
        };
    }

    private Ask.Answer complete(Initiator begun, byte[] token) throws ProtocolException {
        SecurityContext complete = begun.complete(token);
        return () -> {
            context = complete;
            state = State.READY;
            return Step.sending(Command.EMPTY);
        };
    }

    private Step ready(SecurityContext complete, Command command) throws ProtocolException {
        Metadata peer = Ready.metadata(complete, encrypts, command);
        Step last = Ready.done(complete, encrypts, peer, Ready.command(complete, encrypts, own));
        state = State.DONE;
        return last;
    }

    @Override
    public void end() {
        Initiator begun = initiator;
        SecurityContext complete = context;
        if (begun != null) {
            begun.abandon();
        }
        if (complete != null && state != State.DONE) {
            complete.dispose();
        }
    }
}
