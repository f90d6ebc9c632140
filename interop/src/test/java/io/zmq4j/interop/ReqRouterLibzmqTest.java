package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;

/** REQ and ROUTER with libzmq's ROUTER and REQ. */
final class ReqRouterLibzmqTest extends LibzmqMatrixTest {
    ReqRouterLibzmqTest() {
        super(new Pairing(REQ, ROUTER, WE_ASK), new Pairing(ROUTER, REQ, THEY_ASK));
    }
}
