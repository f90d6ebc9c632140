package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of RFC 38, as libzmq has it.
 *
 * <pre>
 *   TOKEN ──INITIATE──► WORKING ──INITIATE sent──► TURN ──empty command──────────────READY sent──► READY ──READY──► DONE
 *                                                    └──► somebody decides ──let in────▲
 *                                                                  └──not let in: refused
 * </pre>
 *
 * The client's turn is a command without a name: see {@link GssapiClient}.
 */
final class GssapiServer implements Mechanism {
    /** What it waits for. */
    private enum State {
        TOKEN,
        WORKING,
        TURN,
        READY,
        DONE
    }

    private final Credentials credentials;
    private final boolean encrypts;
    private final boolean authenticates;
    private final Metadata own;

    private State state = State.TOKEN;

    /** From the client's token on. */
    private @Nullable Acceptor accepted;

    GssapiServer(Credentials credentials, boolean encrypts, boolean authenticates, Metadata own) {
        this.credentials = credentials;
        this.encrypts = encrypts;
        this.authenticates = authenticates;
        this.own = own;
    }

    @Override
    public String name() {
        return Gssapi.NAME;
    }

    @Override
    public boolean takesEmptyCommands() {
        return true;
    }

    @Override
    public Step start() {
        return Step.sending();
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        if (state == State.TOKEN) {
            byte[] token = Initiate.token(command);
            state = State.WORKING;
            return Step.working(() -> accept(token));
        }
        if (state != State.TURN && state != State.READY) {
            throw Refusals.unexpected(command, "none");
        }
        Acceptor client = Objects.requireNonNull(accepted, "there in these states");
        return state == State.TURN ? turn(client, command) : done(client, command);
    }

    private Ask.Answer accept(byte[] token) throws ProtocolException {
        Acceptor client = Acceptor.of(credentials, token, encrypts);
        Command initiate = Initiate.command(client.reply());
        return () -> {
            accepted = client;
            state = State.TURN;
            return Step.sending(initiate);
        };
    }

    private Step turn(Acceptor client, Command command) throws ProtocolException {
        if (!command.equals(Command.EMPTY)) {
            throw Refusals.unexpected(command, "one without a name");
        }
        state = State.WORKING;
        return authenticates ? Step.authenticating(new Admission(client)) : ready(client);
    }

    /** Somebody is asked about a client who has proved who it is. */
    private final class Admission implements Ask.Authenticate {
        private final Acceptor client;

        Admission(Acceptor client) {
            this.client = client;
        }

        /** RFC 27, "The GSSAPI Mechanism": the client's principal. */
        @Override
        public List<byte[]> credentials() {
            return List.of(client.client().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Ask.Answer decided(Verdict verdict) {
            return () -> ready(client);
        }
    }

    private Step ready(Acceptor client) throws ProtocolException {
        state = State.READY;
        return Step.sending(Ready.command(client.context(), encrypts, own));
    }

    private Step done(Acceptor client, Command command) throws ProtocolException {
        Step last = Ready.done(client.context(), encrypts, Ready.metadata(client.context(), encrypts, command));
        state = State.DONE;
        return last;
    }

    @Override
    public void end() {
        Acceptor client = accepted;
        if (client != null && state != State.DONE) {
            client.context().dispose();
        }
    }
}
