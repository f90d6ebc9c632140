package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;

/** REQ and REP with libzmq's REP and REQ. */
final class ReqRepLibzmqTest extends LibzmqMatrixTest {
    ReqRepLibzmqTest() {
        super(new Pairing(REQ, REP, WE_ASK), new Pairing(REP, REQ, THEY_ASK));
    }
}
