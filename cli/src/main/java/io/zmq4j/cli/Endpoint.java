package io.zmq4j.cli;

import io.zmq4j.Attachment;
import io.zmq4j.Socket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An endpoint as it is typed: an address, and whether to bind or to connect it. */
record Endpoint(Direction direction, String address) {
    enum Direction {
        BIND,
        CONNECT
    }

    private static final Pattern ADDRESS = Pattern.compile("[a-z+]+://.+", Pattern.DOTALL);

    /** A port of this machine, such as {@code :5555}; to bind, also {@code :*}, a port that the system chooses. */
    private static final Pattern PORT = Pattern.compile(":([0-9]+|\\*)");

    /** A comma that another endpoint follows; other commas may belong to a path. */
    private static final Pattern SEPARATOR = Pattern.compile(",(?=[@>]?([a-z+]+://|:([0-9]+|\\*)(,|$)))");

    /** One or several, separated by commas; a {@code @} in front binds and a {@code >} connects, whatever else is said. */
    static List<Endpoint> parse(String text, Direction direction) {
        return Stream.of(SEPARATOR.split(text))
                .map(one -> parseOne(one, direction))
                .toList();
    }

    private static Endpoint parseOne(String text, Direction direction) {
        var endpoint = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '@' -> new Endpoint(Direction.BIND, text.substring(1));
            case '>' -> new Endpoint(Direction.CONNECT, text.substring(1));
            default -> new Endpoint(direction, text);
        };
        var whole = endpoint.inFull();
        if (!ADDRESS.matcher(whole.address).matches()) {
            throw new UsageException("'" + text
                    + "' is no endpoint: one like tcp://HOST:PORT, :PORT, ipc://PATH, epgm://IF;GROUP:PORT, inproc://NAME or"
                    + " dns+tcp://NAME:PORT"
                    + " is allowed, with @ in front to bind it or > to connect it");
        }
        return whole;
    }

    /** A mere port stands for tcp on every interface where it is bound, and on this machine where it is connected. */
    private Endpoint inFull() {
        if (!PORT.matcher(address).matches()) {
            return this;
        }
        return new Endpoint(direction, (direction == Direction.BIND ? "tcp://*" : "tcp://localhost") + address);
    }

    /** Whether binding it leaves the port or path to the system. */
    boolean isWildcard() {
        return direction == Direction.BIND
                && (address.endsWith(":*") || address.endsWith(":0") || address.equals("ipc://*"));
    }

    /** Binds or connects it; gives the endpoint as it is, with the real port or path. */
    String open(Socket socket) {
        Attachment opened = direction == Direction.BIND ? socket.bind(address) : socket.connect(address);
        return opened.uri();
    }
}
