package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.OUR_ID;
import static io.zmq4j.interop.Pairing.THEIR_ID;
import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.ROUTER;

/** ROUTER with libzmq's ROUTER: whoever asks must know the other's routing id. */
final class RouterRouterLibzmqTest extends LibzmqMatrixTest {
    RouterRouterLibzmqTest() {
        super(new Pairing(ROUTER, ROUTER, WE_ASK, THEIR_ID), new Pairing(ROUTER, ROUTER, THEY_ASK, OUR_ID));
    }
}
