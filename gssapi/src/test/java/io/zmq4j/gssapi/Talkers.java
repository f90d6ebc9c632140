package io.zmq4j.gssapi;

import io.zmq4j.talk.Talker;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;

/** Both sides of GSSAPI in memory, of the {@link Realm}. */
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

    /** One that takes no larger messages. */
    static Talker limited(SocketType type, long maxMessageSize) {
        return Talker.limited(type, serverSide(), maxMessageSize);
    }

    static Security clientSide() {
        return Realm.client();
    }

    static Security serverSide() {
        return Realm.server();
    }
}
