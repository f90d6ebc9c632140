package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.mechanism.Security;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, and what to do, in words that follow an endpoint. */
final class Findings {
    private Findings() {}

    /** What a peer is with which nothing is wrong. */
    static String sentence(@Nullable String socketType, Heard heard, Security security) {
        String version = "ZMTP " + heard.version();
        if (heard.isOld()) {
            return (socketType == null
                            ? "speaks " + version + ", which does not tell its socket type,"
                            : "is a " + socketType + " over " + version + ",")
                    + " and has no security: it was not talked to further, as it would send messages";
        }
        String secured = security.mechanism().equals(NullMechanism.NAME)
                ? ", without security"
                : ", secured with " + security.mechanism();
        return socketType == null
                ? "speaks " + version + secured + ", and its type is one that gives messages to whoever is there:"
                        + " PUSH, DEALER, REQ or PAIR; --as pull, --as rep or --as pair asks"
                : "is a " + socketType + " over " + version + secured;
    }

    /** Refuses a peer whose mechanism is not the one that this side has. */
    static void checkMechanism(String theirs, String ours) throws ObstacleException {
        if (!theirs.equals(ours)) {
            throw new ObstacleException(
                    Obstacle.SECURITY,
                    "demands "
                            + switch (theirs) {
                                case "NULL" -> "no security, and this side has " + ours + ": leave that out";
                                case "PLAIN" ->
                                    "PLAIN, a user and a password: --plain USER, with --password-file FILE or ZMQ_PASSWORD";
                                case "CURVE" ->
                                    "CURVE: --curve-server-key KEY says which server it is to be, and --curve-client FILE, if it"
                                            + " lets in known clients alone, who this side is";
                                case "GSSAPI" -> "GSSAPI: --gssapi-client SERVICE, after kinit";
                                default -> "the mechanism " + theirs + ", which is not known here";
                            });
        }
    }

    static String whyNotLetIn(String mechanism) {
        return switch (mechanism) {
            case "CURVE" -> "the server's key is another one, or it does not let in this client's key";
            case "PLAIN" -> "the user or the password is wrong, or somebody decides about this address";
            default -> "somebody decides about its peers there";
        };
    }

    static String wrongType(SocketType wanted, @Nullable String peerType) {
        if (peerType == null) {
            return "takes no " + wanted + ": without --as every type is tried that does no harm";
        }
        String right = SocketType.values().stream()
                .filter(type -> Manners.isAccepted(type, peerType))
                .map(SocketType::name)
                .collect(Collectors.joining(" or "));
        return "is a " + peerType + ", to which a " + wanted + " does not talk"
                + (right.isEmpty() ? "" : ": " + right + " does");
    }

    static String notTried(@Nullable String peerType) {
        return peerType == null
                ? "as the peer might give it a message that is for another"
                : "as this " + peerType
                        + (peerType.equals("PAIR") || peerType.equals("CHANNEL")
                                ? " has room for one peer"
                                : " would give it the next message");
    }
}
