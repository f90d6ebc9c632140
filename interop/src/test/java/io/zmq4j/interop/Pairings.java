package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.GROUP;
import static io.zmq4j.interop.Pairing.OUR_ID;
import static io.zmq4j.interop.Pairing.THEIR_ID;
import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.THEY_SEND;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_SEND;
import static io.zmq4j.zmtp.SocketType.CHANNEL;
import static io.zmq4j.zmtp.SocketType.CLIENT;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.DGRAM;
import static io.zmq4j.zmtp.SocketType.DISH;
import static io.zmq4j.zmtp.SocketType.GATHER;
import static io.zmq4j.zmtp.SocketType.PAIR;
import static io.zmq4j.zmtp.SocketType.PEER;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.RADIO;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SCATTER;
import static io.zmq4j.zmtp.SocketType.SERVER;
import static io.zmq4j.zmtp.SocketType.STREAM;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import java.util.List;

/** Who talks to whom. */
final class Pairings {
    /** The types of RFC 28 to 31. */
    static final List<Pairing> CLASSIC = List.of(
            new Pairing(PAIR, PAIR, WE_ASK),
            new Pairing(PAIR, PAIR, THEY_ASK),
            new Pairing(REQ, REP, WE_ASK),
            new Pairing(REP, REQ, THEY_ASK),
            new Pairing(REQ, ROUTER, WE_ASK),
            new Pairing(ROUTER, REQ, THEY_ASK),
            new Pairing(DEALER, REP, WE_ASK, ""),
            new Pairing(REP, DEALER, THEY_ASK, ""),
            new Pairing(DEALER, ROUTER, WE_ASK),
            new Pairing(ROUTER, DEALER, THEY_ASK),
            new Pairing(DEALER, DEALER, WE_ASK),
            new Pairing(ROUTER, ROUTER, WE_ASK, THEIR_ID),
            new Pairing(ROUTER, ROUTER, THEY_ASK, OUR_ID),
            new Pairing(PUSH, PULL, WE_SEND),
            new Pairing(PULL, PUSH, THEY_SEND),
            new Pairing(PUB, SUB, WE_SEND),
            new Pairing(SUB, PUB, THEY_SEND),
            new Pairing(PUB, XSUB, WE_SEND),
            new Pairing(XSUB, PUB, THEY_SEND),
            new Pairing(XPUB, SUB, WE_SEND),
            new Pairing(SUB, XPUB, THEY_SEND),
            new Pairing(XPUB, XSUB, WE_SEND),
            new Pairing(XSUB, XPUB, THEY_SEND));

    static final List<Pairing> GROUPS =
            List.of(new Pairing(RADIO, DISH, WE_SEND, GROUP), new Pairing(DISH, RADIO, THEY_SEND, GROUP));

    /** The types of RFC 41, 49, 51 and 52. */
    static final List<Pairing> SINGLE_FRAME = List.of(
            new Pairing(CLIENT, SERVER, WE_ASK),
            new Pairing(SERVER, CLIENT, THEY_ASK),
            new Pairing(SCATTER, GATHER, WE_SEND),
            new Pairing(GATHER, SCATTER, THEY_SEND),
            new Pairing(PEER, PEER, WE_ASK),
            new Pairing(CHANNEL, CHANNEL, WE_ASK),
            new Pairing(CHANNEL, CHANNEL, THEY_ASK));

    static final Pairing BYTES = new Pairing(STREAM, STREAM, WE_ASK);

    static final Pairing DATAGRAMS = new Pairing(DGRAM, DGRAM, WE_ASK);

    private Pairings() {}
}
