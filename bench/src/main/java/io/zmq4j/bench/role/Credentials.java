package io.zmq4j.bench.role;

import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.curve.CurvePublicKey;
import java.nio.file.Path;

/** What a role's sockets prove themselves by and ask of their peers, in a form that suits every library. */
public sealed interface Credentials {
    /** Neither: the mechanism NULL. */
    record None() implements Credentials {}

    /** Lets in whoever has a key. */
    record CurveServer(CurveKeyPair own) implements Credentials {}

    record CurveClient(CurveKeyPair own, CurvePublicKey server) implements Credentials {}

    /** {@code users} is a file with {@code user=password} a line. */
    record PlainServer(Path users) implements Credentials {}

    /** Its text is without the password. */
    record PlainClient(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "PlainClient[" + user + "]";
        }
    }
}
