package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.SocketType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As which type one may introduce oneself without being sent a message that was for somebody else, and without taking the place of
 * another. PUSH, DEALER, REQ, SCATTER and CLIENT give the next message to whoever is there; PAIR and CHANNEL have one peer.
 */
final class Manners {
    private static final Set<String> GIVES_MESSAGES =
            Set.of("PUSH", "DEALER", "REQ", "PAIR", "SCATTER", "CLIENT", "CHANNEL");

    /** The types that no type of peer gives a message to that was for another. */
    private static final Set<SocketType> HARMLESS = Set.of(
            SocketType.REQ,
            SocketType.SUB,
            SocketType.PUSH,
            SocketType.PUB,
            SocketType.XSUB,
            SocketType.XPUB,
            SocketType.CLIENT,
            SocketType.RADIO,
            SocketType.DISH,
            SocketType.SCATTER,
            SocketType.PEER);

    private static final String[] EVERY_NAME =
            SocketType.values().stream().map(SocketType::name).toArray(String[]::new);

    /** As one of these everybody is asked: those of RFC 28 to 31. */
    private static final Set<SocketType> USUAL = Set.copyOf(SocketType.values().stream()
            .filter(type -> type.number() <= SocketType.XSUB.number())
            .toList());

    private Manners() {}

    /** Whether no message of a peer of this type is lost when it takes this side for one of that type. */
    static boolean allow(SocketType as, String peerType) {
        return HARMLESS.contains(as) || !(GIVES_MESSAGES.contains(peerType) && isAccepted(as, peerType));
    }

    /** Whether it is worth a try: one of the later types only if the peer, as far as it is known, talks to that. */
    static boolean isOfUse(SocketType as, @Nullable String peerType) {
        return USUAL.contains(as) || (peerType != null && isAccepted(as, peerType));
    }

    /** Whether it may be done whatever the peer is. */
    static boolean allow(SocketType as) {
        return HARMLESS.contains(as);
    }

    /** Whether the two talk to each other (RFC 37, "The Socket-Type Property"). */
    static boolean isAccepted(SocketType as, String peerType) {
        return as.peers().contains(peerType);
    }

    /** One that goes by the same name and refuses nobody: what the peer thinks of it is the question. */
    static SocketType thatTakesAll(SocketType type) {
        SocketType open = SocketType.of(type.name(), EVERY_NAME);
        if (type.announcesIdentity()) {
            open = open.announcingIdentity();
        }
        if (type.hasGroups()) {
            open = open.havingGroups();
        }
        return switch (type.topics()) {
            case SUBSCRIBES -> open.subscribing();
            case PUBLISHES -> open.publishing();
            case NONE -> open;
        };
    }
}
