package io.zmq4j.curve;

import io.zmq4j.curve.cipher.BoxOpener;
import io.zmq4j.curve.cipher.BoxSealer;
import io.zmq4j.curve.cipher.X25519;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/**
 * The client's side of RFC 26.
 *
 * <pre>
 *   WORKING ──HELLO sent──► WELCOME ──► WORKING ──INITIATE sent──► READY ──► DONE
 * </pre>
 *
 * A command that comes where it does not belong, or does not open, ends the connection, whatever the state.
 */
final class CurveClient implements Mechanism {
    /** What it waits for. */
    private enum State {
        WORKING,
        WELCOME,
        READY,
        DONE
    }

    /** Its short nonces: each greater than the one before, over all commands. */
    private static final long HELLO_NONCE = 1;

    private static final long INITIATE_NONCE = 2;

    private static final byte[] NONE = {};

    private final CurveKeyPair keys;
    private final CurvePublicKey server;
    private final Metadata own;
    private final Randomness randomness;

    private final Secrets secrets = new Secrets();
    private State state = State.WORKING;

    /** c', until INITIATE is made, and C'. */
    private byte[] ownSecret = NONE;

    private byte[] ownPublic = NONE;

    /** The key of c' and S until WELCOME is open; of c' and S' from INITIATE to the end of the handshake. */
    private byte[] key = NONE;

    CurveClient(CurveKeyPair keys, CurvePublicKey server, Metadata own, Randomness randomness) {
        this.keys = keys;
        this.server = server;
        this.own = own;
        this.randomness = randomness;
    }

    @Override
    public String name() {
        return Curve.NAME;
    }

    @Override
    public Step start() {
        return Step.working(secrets.using(this::hello));
    }

    private Ask.Answer hello() throws ProtocolException {
        byte[] secret = secrets.keep(randomness.next(X25519.KEY_SIZE));
        byte[] shared = secrets.keep(Agreement.key(secret, server.toBytes(), "the server's key"));
        byte[] publicKey = X25519.publicKey(secret);
        Command hello = Hello.command(publicKey, HELLO_NONCE, shared);
        return () -> {
            ownSecret = secret;
            ownPublic = publicKey;
            key = shared;
            state = State.WELCOME;
            return Step.sending(hello);
        };
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        return switch (state) {
            case WELCOME -> {
                Welcome.check(command);
                state = State.WORKING;
                yield Step.working(secrets.using(() -> initiate(command.body())));
            }
            case READY -> {
                Ready.check(command);
                yield ready(command.body());
            }
            case WORKING, DONE ->
                throw new ProtocolException(
                        CloseReason.UNEXPECTED_COMMAND,
                        "command %s came where none belongs".formatted(Printable.text(command.name())));
        };
    }

    /** Nothing of this object changes while it is made: the peer's next command waits for it. */
    private Ask.Answer initiate(byte[] body) throws ProtocolException {
        byte[] secret = keys.secretKey();
        byte[] vouchKey = NONE;
        try {
            Welcome welcome = Welcome.open(body, key);
            byte[] shared =
                    secrets.keep(Agreement.key(ownSecret, welcome.transientKey(), "the server's transient key"));
            vouchKey = Agreement.key(secret, welcome.transientKey(), "the server's transient key");
            byte[] vouch = Vouch.of(ownPublic, server.toBytes(), randomness.next(Nonces.LONG), vouchKey);
            Command initiate = Initiate.command(
                    welcome.cookie(), INITIATE_NONCE, keys.publicKey().toBytes(), vouch, own, shared);
            return () -> {
                key = shared;
                state = State.READY;
                return Step.sending(initiate);
            };
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(ownSecret, (byte) 0);
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(vouchKey, (byte) 0);
        }
    }

    private Step ready(byte[] body) throws ProtocolException {
        try {
            Metadata peer = Ready.open(body, key);
            state = State.DONE;
            var sealer = new BoxSealer(key, Nonces.prefix(Nonces.MESSAGE_FROM_CLIENT), INITIATE_NONCE);
            var opener = new BoxOpener(key, Nonces.prefix(Nonces.MESSAGE_FROM_SERVER), Ready.nonce(body));
            return Step.sealed(peer, new Seal(new MessageSealer(sealer), new MessageOpener(opener)));
        } finally {
            secrets.end();
        }
    }

    @Override
    public void end() {
        secrets.end();
    }
}
