package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.IN_TIME;

import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every pattern, with traffic of which the numbers are known. The sockets are called {@code a} and {@code b}. */
final class Patterns {
    /**
     * @param from the type that sends
     * @param to the type that receives
     * @param isAnswered whether each message has an answer
     */
    record Pair(String from, String to, boolean isAnswered) {}

    static final int MESSAGES = 7;

    private final Context context;
    /** A socket that nobody has is closed. */
    private final List<Socket> kept = new ArrayList<>();

    Patterns(Context context) {
        this.context = context;
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("PUSH", "PULL", false),
                new Pair("PUB", "SUB", false),
                new Pair("XPUB", "XSUB", false),
                new Pair("PAIR", "PAIR", false),
                new Pair("DEALER", "DEALER", false),
                new Pair("REQ", "REP", true),
                new Pair("REQ", "ROUTER", true),
                new Pair("DEALER", "ROUTER", true),
                new Pair("DEALER", "REP", true));
    }

    private Socket open(String type, String name) {
        Socket socket = switch (type) {
            case "PUSH" -> context.push().named(name);
            case "PULL" -> context.pull().named(name);
            case "PUB" -> context.pub().named(name);
            case "SUB" -> context.sub().named(name);
            case "XPUB" -> context.xpub().named(name);
            case "XSUB" -> context.xsub().named(name);
            case "PAIR" -> context.pair().named(name);
            case "DEALER" -> context.dealer().named(name);
            case "ROUTER" -> context.router().named(name);
            case "REQ" -> context.req().named(name);
            case "REP" -> context.rep().named(name);
            default -> throw new IllegalArgumentException(type);
        };
        kept.add(socket);
        return socket;
    }

    /** Sends so many messages of five bytes over tcp, and receives them. */
    void play(Pair pair) {
        Socket from = open(pair.from, "a");
        Socket to = open(pair.to, "b");
        if (to instanceof SubSocket sub) {
            sub.subscribe("");
        } else if (to instanceof XSubSocket xsub) {
            xsub.subscribe("");
        }
        to.connect(from.bind("tcp://127.0.0.1:*"));
        if (!from.awaitPeer(IN_TIME)) {
            throw new AssertionError("no peer came in time");
        }
        boolean isPlain = pair.from.equals("DEALER") && pair.isAnswered;
        for (int i = 0; i < MESSAGES; i++) {
            ((Sender) from).send(isPlain ? Message.of("", "hello") : Message.of("hello"));
            Message message = next((Receiver) to);
            if (pair.isAnswered) {
                ((Sender) to).send(message);
                next((Receiver) from);
            }
        }
    }

    private static Message next(Receiver receiver) {
        return receiver.receive(IN_TIME).orElseThrow(() -> new AssertionError("nothing came in time"));
    }
}
