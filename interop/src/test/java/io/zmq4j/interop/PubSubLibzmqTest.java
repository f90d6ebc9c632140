package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_SEND;
import static io.zmq4j.interop.Pairing.Turn.WE_SEND;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.SUB;

/** PUB and SUB with libzmq's SUB and PUB. */
final class PubSubLibzmqTest extends LibzmqMatrixTest {
    PubSubLibzmqTest() {
        super(new Pairing(PUB, SUB, WE_SEND), new Pairing(SUB, PUB, THEY_SEND));
    }
}
