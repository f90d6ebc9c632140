package io.zmq4j.curve;

import io.zmq4j.curve.cipher.BoxOpener;
import io.zmq4j.curve.cipher.BoxSealer;
import io.zmq4j.curve.cipher.X25519;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;
import java.util.List;

/**
 * The server's side of RFC 26.
 *
 * <pre>
 *   HELLO ──► WORKING ──WELCOME sent──► INITIATE ──► WORKING ─────────────────────────READY sent──► DONE
 *                                                      └──► somebody decides ──let in────▲
 *                                                                    └──not let in: refused
 * </pre>
 *
 * A command that comes where it does not belong, or does not open, ends the connection, whatever the state. Between WELCOME and
 * INITIATE nothing is kept but the cookie's key, which is this connection's own and opens one cookie once; how long it lives is
 * bounded by the time that the whole handshake has.
 */
final class CurveServer implements Mechanism {
    /** What it waits for. */
    private enum State {
        HELLO,
        WORKING,
        INITIATE,
        DONE
    }

    /** Its first short nonce. */
    private static final long READY_NONCE = 1;

    private static final byte[] NONE = {};

    private final CurveKeyPair keys;
    private final boolean authenticates;
    private final Metadata own;
    private final Randomness randomness;

    private final Secrets secrets = new Secrets();
    private State state = State.HELLO;

    /** K, from WELCOME to INITIATE. */
    private byte[] cookieKey = NONE;

    /** The client's last short nonce. */
    private long clientNonce;

    CurveServer(CurveKeyPair keys, boolean authenticates, Metadata own, Randomness randomness) {
        this.keys = keys;
        this.authenticates = authenticates;
        this.own = own;
        this.randomness = randomness;
    }

    @Override
    public String name() {
        return Curve.NAME;
    }

    @Override
    public Step start() {
        return Step.sending();
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        byte[] body = command.body();
        return switch (state) {
            case HELLO -> {
                Hello.check(command);
                clientNonce = Hello.nonce(body);
                state = State.WORKING;
                yield Step.working(secrets.using(() -> welcome(body)));
            }
            case INITIATE -> {
                Initiate.check(command);
                if (Long.compareUnsigned(Initiate.nonce(body), clientNonce) <= 0) {
                    throw Octets.malformed("INITIATE's nonce is not greater than HELLO's");
                }
                clientNonce = Initiate.nonce(body);
                state = State.WORKING;
                yield Step.working(secrets.using(() -> verify(body)));
            }
            case WORKING, DONE ->
                throw new ProtocolException(
                        CloseReason.UNEXPECTED_COMMAND,
                        "command %s came where none belongs".formatted(Printable.text(command.name())));
        };
    }

    private Ask.Answer welcome(byte[] hello) throws ProtocolException {
        byte[] secret = keys.secretKey();
        byte[] transientSecret = NONE;
        byte[] shared = NONE;
        try {
            byte[] clientKey = Hello.transientKey(hello);
            shared = Agreement.key(secret, clientKey, "the client's transient key");
            Hello.verify(hello, shared);
            transientSecret = randomness.next(X25519.KEY_SIZE);
            byte[] fresh = secrets.keep(randomness.next(X25519.KEY_SIZE));
            byte[] cookie = new Cookie(clientKey, transientSecret).sealed(randomness.next(Nonces.LONG), fresh);
            Command welcome =
                    Welcome.command(X25519.publicKey(transientSecret), cookie, randomness.next(Nonces.LONG), shared);
            return () -> {
                cookieKey = fresh;
                state = State.INITIATE;
                return Step.sending(welcome);
            };
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(transientSecret, (byte) 0);
            Arrays.fill(shared, (byte) 0);
        }
    }

    /** Nothing of this object changes while it is made: the peer's next command waits for it. */
    private Ask.Answer verify(byte[] body) throws ProtocolException {
        byte[] transientSecret = NONE;
        byte[] vouchKey = NONE;
        try {
            Cookie cookie = Initiate.cookie(body, cookieKey);
            transientSecret = cookie.ownSecret();
            byte[] shared =
                    secrets.keep(Agreement.key(transientSecret, cookie.clientKey(), "the client's transient key"));
            Initiate initiate = Initiate.open(body, shared);
            vouchKey = Agreement.key(transientSecret, initiate.clientKey(), "the client's key");
            initiate.verify(vouchKey, cookie.clientKey(), keys.publicKey().toBytes());
            Metadata peer = initiate.metadata();
            return () -> authenticates
                    ? Step.authenticating(new Admission(initiate.clientKey(), peer, shared))
                    : ready(peer, shared);
        } finally {
            Arrays.fill(cookieKey, (byte) 0);
            Arrays.fill(transientSecret, (byte) 0);
            Arrays.fill(vouchKey, (byte) 0);
        }
    }

    /** Somebody is asked about a client who has proved to own a key. */
    private final class Admission implements Ask.Authenticate {
        private final byte[] clientKey;
        private final Metadata peer;
        private final byte[] key;

        Admission(byte[] clientKey, Metadata peer, byte[] key) {
            this.clientKey = clientKey;
            this.peer = peer;
            this.key = key;
        }

        /** RFC 27, "The CURVE Mechanism": the client's long-term public key. */
        @Override
        public List<byte[]> credentials() {
            return List.of(clientKey.clone());
        }

        @Override
        public Ask.Answer decided(Verdict verdict) {
            return () -> ready(peer, key);
        }
    }

    private Step ready(Metadata peer, byte[] key) {
        try {
            state = State.DONE;
            Command ready = Ready.command(READY_NONCE, own, key);
            var sealer = new BoxSealer(key, Nonces.prefix(Nonces.MESSAGE_FROM_SERVER), READY_NONCE);
            var opener = new BoxOpener(key, Nonces.prefix(Nonces.MESSAGE_FROM_CLIENT), clientNonce);
            return Step.sealed(peer, new Seal(new MessageSealer(sealer), new MessageOpener(opener)), ready);
        } finally {
            secrets.end();
        }
    }

    @Override
    public void end() {
        secrets.end();
    }
}
