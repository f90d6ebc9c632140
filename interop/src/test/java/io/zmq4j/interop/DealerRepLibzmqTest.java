package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.REP;

/** DEALER and REP with libzmq's REP and DEALER: the DEALER makes the delimiter itself. */
final class DealerRepLibzmqTest extends LibzmqMatrixTest {
    DealerRepLibzmqTest() {
        super(new Pairing(DEALER, REP, WE_ASK, ""), new Pairing(REP, DEALER, THEY_ASK, ""));
    }
}
