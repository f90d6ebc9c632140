package io.zmq4j.curve;

import io.zmq4j.talk.Talker;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;

/** Both sides of CURVE in memory, with the {@link Keys}. */
final class Talkers {
    private Talkers() {}

    static Talker client(SocketType type) {
        return new Talker(type, clientSide());
    }

    static Talker server(SocketType type) {
        return new Talker(type, serverSide());
    }

    /** One that asks about its clients. */
    static Talker askingServer(SocketType type) {
        return new Talker(type, serverSide(), true, Duration.ZERO);
    }

    static Security clientSide() {
        return Curve.client(Keys.CLIENT, Keys.SERVER.publicKey());
    }

    static Security serverSide() {
        return Curve.server(Keys.SERVER);
    }
}
