package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_ASK;
import static io.zmq4j.interop.Pairing.Turn.WE_ASK;
import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.ROUTER;

/** DEALER and ROUTER with libzmq's ROUTER and DEALER, and DEALER with DEALER. */
final class DealerRouterLibzmqTest extends LibzmqMatrixTest {
    DealerRouterLibzmqTest() {
        super(
                new Pairing(DEALER, ROUTER, WE_ASK),
                new Pairing(ROUTER, DEALER, THEY_ASK),
                new Pairing(DEALER, DEALER, WE_ASK));
    }
}
