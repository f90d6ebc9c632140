package io.zmq4j.pattern;

import static io.zmq4j.pattern.Shape.ADDRESSED;
import static io.zmq4j.pattern.Shape.BODY;
import static io.zmq4j.pattern.Shape.BYTES;
import static io.zmq4j.pattern.Shape.GROUPED;
import static io.zmq4j.pattern.Shape.ROUTED;
import static io.zmq4j.pattern.Traits.Sending.DROPS;
import static io.zmq4j.pattern.Traits.Sending.NO;
import static io.zmq4j.pattern.Traits.Sending.WAITS;
import static io.zmq4j.pattern.Traits.Sending.WAITS_FOR_ITS_PEER;

import io.zmq4j.zmtp.SocketType;
import java.util.List;

/** The socket types, a row each. Nothing else here says which type has which pattern, or behaves how. */
public final class Rows {
    private static final List<Row> ALL = List.of(
            new Row(SocketType.PAIR, Traits.of(WAITS).receiving().havingOnePeer(), (options, drops) -> new Pair(drops)),
            new Row(SocketType.PUB, Traits.of(DROPS).readingEagerly().connectingOnce(), Pub::new),
            new Row(SocketType.SUB, Traits.of(NO).receiving().readingAhead().connectingOnce(), Sub::new),
            new Row(SocketType.REQ, Traits.of(WAITS).receiving().takingTurns().connectingOnce(), Req::new),
            new Row(
                    SocketType.REP,
                    Traits.of(DROPS).receiving().takingTurns().answering(),
                    (options, drops) -> new Rep(drops)),
            new Row(SocketType.DEALER, Traits.of(WAITS).receiving().connectingOnce(), Dealer::new),
            new Row(SocketType.ROUTER, Traits.of(DROPS).receiving().answering().addressing(), Router::new),
            new Row(SocketType.PULL, Traits.of(NO).receiving().readingAhead(), (options, drops) -> new Pull()),
            new Row(SocketType.PUSH, Traits.of(WAITS).readingEagerly(), (options, drops) -> new Push(drops)),
            new Row(SocketType.XPUB, Traits.of(DROPS).receiving().readingEagerly(), XPub::new),
            new Row(SocketType.XSUB, Traits.of(DROPS).receiving().readingAhead(), XSub::new),
            new Row(
                    SocketType.STREAM,
                    Traits.of(WAITS_FOR_ITS_PEER).receiving().addressing().shaped(BYTES),
                    Stream::new),
            new Row(
                    SocketType.SERVER,
                    Traits.of(WAITS_FOR_ITS_PEER).receiving().addressing().shaped(ROUTED),
                    (options, drops) -> new Server(SocketType.SERVER, options, drops)),
            new Row(
                    SocketType.CLIENT,
                    Traits.of(WAITS).receiving().connectingOnce().shaped(BODY),
                    Client::new),
            new Row(
                    SocketType.RADIO,
                    Traits.of(DROPS).readingEagerly().connectingOnce().shaped(GROUPED),
                    Radio::new),
            new Row(
                    SocketType.DISH,
                    Traits.of(NO).receiving().readingAhead().connectingOnce().shaped(GROUPED),
                    (options, drops) -> new Dish(drops)),
            new Row(
                    SocketType.GATHER,
                    Traits.of(NO).receiving().readingAhead().shaped(BODY),
                    (options, drops) -> Pull.gather(drops)),
            new Row(
                    SocketType.SCATTER,
                    Traits.of(WAITS).readingEagerly().shaped(BODY),
                    (options, drops) -> Push.scatter(drops)),
            new Row(
                    SocketType.DGRAM,
                    Traits.of(WAITS).receiving().havingOnePeer().shaped(ADDRESSED),
                    (options, drops) -> new Dgram()),
            new Row(
                    SocketType.PEER,
                    Traits.of(WAITS_FOR_ITS_PEER).receiving().addressing().shaped(ROUTED),
                    (options, drops) -> new Server(SocketType.PEER, options, drops)),
            new Row(
                    SocketType.CHANNEL,
                    Traits.of(WAITS).receiving().havingOnePeer().shaped(BODY),
                    (options, drops) -> Pair.channel(drops)));

    private Rows() {}

    /** All of them in the order of their numbers, unmodifiable. */
    public static List<Row> all() {
        return ALL;
    }

    /**
     * The row of one of them.
     *
     * @throws IllegalArgumentException if it is another type, whose row its maker has
     */
    public static Row of(SocketType type) {
        for (Row row : ALL) {
            if (row.type() == type) {
                return row;
            }
        }
        throw new IllegalArgumentException("There is no row for " + type + "; there are "
                + ALL.stream().map(Row::type).toList());
    }
}
