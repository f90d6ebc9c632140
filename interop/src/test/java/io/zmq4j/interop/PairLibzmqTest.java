package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.PAIR;

/** PAIR with libzmq's PAIR. */
final class PairLibzmqTest extends LibzmqMatrixTest {
    PairLibzmqTest() {
        super(new Pairing(PAIR, PAIR, WE_ASK), new Pairing(PAIR, PAIR, THEY_ASK));
    }
}
