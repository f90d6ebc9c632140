package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.SocketType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the types that our own one talks to a peer is, by what it says of itself. A type that is not one of RFC 28 to 31
 * is known here by its name alone, from our own type's list, or because it is our own.
 */
final class PeerTypes {
    private PeerTypes() {}

    /** The accepted type of this name, in any case; null if there is none. */
    static @Nullable String named(SocketType own, String name) {
        List<String> accepted = own.peers();
        for (String each : accepted) {
            if (each.equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }

    /** The accepted type of this ZMTP 2.0 number; null if there is none. */
    static @Nullable String numbered(SocketType own, int number) {
        if (own.number() == number && own.accepts(own)) {
            return own.name();
        }
        for (SocketType type : SocketType.values()) {
            if (type.number() == number && own.peers().contains(type.name())) {
                return type.name();
            }
        }
        return null;
    }

    /** Whether an identity that such a peer announces counts; that of a type that nobody here knows does. */
    static boolean announcesIdentity(SocketType own, String name) {
        if (own.name().equals(name)) {
            return own.announcesIdentity();
        }
        for (SocketType type : SocketType.values()) {
            if (type.name().equals(name)) {
                return type.announcesIdentity();
            }
        }
        return true;
    }
}
