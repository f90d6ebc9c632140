package io.zmq4j.zmtp;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake must know of a kind of socket: its name, whom it talks to, what it announces. The constants are the types
 * of RFC 28 to 31, 41, 48, 49, 51 and 52, and libzmq's STREAM and DGRAM. {@link #of} and the steps after it make others, known to nobody but who has them: there is no list to
 * enter. Immutable; a type is equal to itself alone.
 */
public final class SocketType {
    /** What a type has to do with subscriptions. */
    public enum Topics {
        /** Nothing. */
        NONE,
        /** It tells its peers what it wants to hear. */
        SUBSCRIBES,
        /** Its peers tell it what they want to hear. */
        PUBLISHES
    }

    /** What its messages travel in. */
    public enum Speech {
        /** ZMTP, after a handshake. */
        ZMTP,
        /** The bytes of a wire as they are, without a handshake: whatever is at the other end. */
        BYTES,
        /** A datagram for each message. */
        DATAGRAMS
    }

    /** The number of a type that has none. */
    public static final int NO_NUMBER = -1;

    private static final int LARGEST_NUMBER = 255;
    private static final int LONGEST_SHOWN = 100;

    private static final Pattern NAME = Pattern.compile("[!-~]{1,100}");

    // Peers as in RFC 37, "The Socket-Type Property"; numbers as in libzmq, which ZMTP 2.0 sends.

    public static final SocketType PAIR = of("PAIR", "PAIR").numbered(0);

    public static final SocketType PUB = of("PUB", "SUB", "XSUB").numbered(1).publishing();

    public static final SocketType SUB = of("SUB", "PUB", "XPUB").numbered(2).subscribing();

    public static final SocketType REQ = of("REQ", "REP", "ROUTER").numbered(3).announcingIdentity();

    public static final SocketType REP = of("REP", "REQ", "DEALER").numbered(4);

    public static final SocketType DEALER =
            of("DEALER", "ROUTER", "REP", "DEALER").numbered(5).announcingIdentity();

    public static final SocketType ROUTER =
            of("ROUTER", "DEALER", "REQ", "ROUTER").numbered(6).announcingIdentity();

    public static final SocketType PULL = of("PULL", "PUSH").numbered(7);

    public static final SocketType PUSH = of("PUSH", "PULL").numbered(8);

    // RFC 15, "Publish-Subscribe": on the wire XPUB and XSUB are PUB and SUB.

    public static final SocketType XPUB =
            of("XPUB", "SUB", "XSUB").numbered(9).publishing().formerly(PUB);

    public static final SocketType XSUB =
            of("XSUB", "PUB", "XPUB").numbered(10).subscribing().formerly(SUB);

    // RFC 41, 48, 49, 51 and 52: messages of one frame. libzmq calls them drafts.

    public static final SocketType SERVER = of("SERVER", "CLIENT").numbered(12);

    public static final SocketType CLIENT = of("CLIENT", "SERVER").numbered(13);

    public static final SocketType RADIO =
            of("RADIO", "DISH").numbered(14).publishing().havingGroups();

    public static final SocketType DISH =
            of("DISH", "RADIO").numbered(15).subscribing().havingGroups();

    public static final SocketType GATHER = of("GATHER", "SCATTER").numbered(16);

    public static final SocketType SCATTER = of("SCATTER", "GATHER").numbered(17);

    public static final SocketType PEER = of("PEER", "PEER").numbered(19);

    public static final SocketType CHANNEL = of("CHANNEL", "CHANNEL").numbered(20);

    // No RFC has these: what they talk to is no ZeroMQ.

    public static final SocketType STREAM = of("STREAM", "STREAM").numbered(11).speaking(Speech.BYTES);

    public static final SocketType DGRAM = of("DGRAM", "DGRAM").numbered(18).speaking(Speech.DATAGRAMS);

    private static final List<SocketType> VALUES = List.of(
            PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL, PUSH, XPUB, XSUB, STREAM, //
            SERVER, CLIENT, RADIO, DISH, GATHER, SCATTER, DGRAM, PEER, CHANNEL);

    private final String name;
    private final List<String> peers;
    private final int number;
    private final boolean announcesIdentity;
    private final Topics topics;
    private final boolean hasGroups;
    private final Speech speech;
    private final @Nullable SocketType former;

    private SocketType(
            String name,
            List<String> peers,
            int number,
            boolean announcesIdentity,
            Topics topics,
            boolean hasGroups,
            Speech speech,
            @Nullable SocketType former) {
        this.name = name;
        this.peers = peers;
        this.number = number;
        this.announcesIdentity = announcesIdentity;
        this.topics = topics;
        this.hasGroups = hasGroups;
        this.speech = speech;
        this.former = former;
    }

    /**
     * A type that has no number, announces nothing and knows no topics, unless the steps below say otherwise.
     *
     * @param name its Socket-Type property: 1 to 100 visible ASCII characters, kept in upper case
     * @param peers the names of the types that it talks to, at least one; the first is what a peer is taken for that does
     *     not tell its type, as in ZMTP 1.0
     * @throws IllegalArgumentException if it is no such name, or there are no peers
     */
    public static SocketType of(String name, String... peers) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(peers, "peers");
        if (peers.length == 0) {
            throw new IllegalArgumentException("peers is empty: a type talks to at least one");
        }
        for (int i = 0; i < peers.length; i++) {
            Objects.requireNonNull(peers[i], "peers[" + i + "] is null");
        }
        List<String> names = Stream.of(peers).map(SocketType::checked).toList();
        return new SocketType(checked(name), names, NO_NUMBER, false, Topics.NONE, false, Speech.ZMTP, null);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + shown(name)
                    + "\" is not the name of a socket type; allowed: 1 to 100 visible ASCII characters");
        }
        return name.toUpperCase(Locale.ROOT);
    }

    /**
     * One with this number, from 0 to 255, by which ZMTP 2.0 knows it. Without one it does not talk to peers of ZMTP 2.0.
     *
     * @throws IllegalArgumentException for other numbers
     */
    public SocketType numbered(int number) {
        if (number < 0 || number > LARGEST_NUMBER) {
            throw new IllegalArgumentException("number is " + number + ": 0 to " + LARGEST_NUMBER + " is allowed");
        }
        return new SocketType(name, peers, number, announcesIdentity, topics, hasGroups, speech, former);
    }

    /** One that announces its routing id. */
    public SocketType announcingIdentity() {
        return new SocketType(name, peers, number, true, topics, hasGroups, speech, former);
    }

    /** One that {@linkplain Topics#SUBSCRIBES subscribes}. */
    public SocketType subscribing() {
        return new SocketType(name, peers, number, announcesIdentity, Topics.SUBSCRIBES, hasGroups, speech, former);
    }

    /** One that {@linkplain Topics#PUBLISHES publishes}. */
    public SocketType publishing() {
        return new SocketType(name, peers, number, announcesIdentity, Topics.PUBLISHES, hasGroups, speech, former);
    }

    /**
     * One whose topics are groups (RFC 48): each matches itself alone, and is asked for by the commands JOIN and LEAVE. Peers of
     * ZMTP 1.0 and 2.0, which have no commands, are refused.
     */
    public SocketType havingGroups() {
        return new SocketType(name, peers, number, announcesIdentity, topics, true, speech, former);
    }

    /** One whose messages travel like this. */
    public SocketType speaking(Speech speech) {
        Objects.requireNonNull(speech, "speech");
        return new SocketType(name, peers, number, announcesIdentity, topics, hasGroups, speech, former);
    }

    /** One that calls itself another type to peers of ZMTP 2.0. */
    public SocketType formerly(SocketType older) {
        Objects.requireNonNull(older, "older");
        return new SocketType(name, peers, number, announcesIdentity, topics, hasGroups, speech, older);
    }

    /** Its Socket-Type property (RFC 37). */
    public String name() {
        return name;
    }

    /** libzmq's number, which a ZMTP 2.0 greeting has; {@link #NO_NUMBER} if there is none. */
    public int number() {
        return number;
    }

    /** The names of the types that it talks to, the usual one first. */
    public List<String> peers() {
        return peers;
    }

    /** Whether a socket of this type may talk to one of {@code peer}'s type: each must name the other, so it is symmetric. */
    public boolean accepts(SocketType peer) {
        Objects.requireNonNull(peer, "peer");
        return peers.contains(peer.name) && peer.peers.contains(name);
    }

    /** Whether this type announces its routing id in the handshake (RFC 37, "The Identity Property"). */
    public boolean announcesIdentity() {
        return announcesIdentity;
    }

    public Topics topics() {
        return topics;
    }

    /** Whether its topics are groups, which are joined and left (RFC 48). */
    public boolean hasGroups() {
        return hasGroups;
    }

    /** What its messages travel in. */
    public Speech speech() {
        return speech;
    }

    /** The type it calls itself to peers of ZMTP 2.0: itself, or an older one. */
    public SocketType former() {
        return former == null ? this : former;
    }

    /** The types that are constants here, in the order of their numbers, unmodifiable. */
    public static List<SocketType> values() {
        return VALUES;
    }

    /**
     * The one of {@link #values} that has this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SocketType named(String name) {
        Objects.requireNonNull(name, "name");
        for (SocketType type : VALUES) {
            if (type.name.equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("There is no socket type " + shown(name) + "; there are " + VALUES);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
