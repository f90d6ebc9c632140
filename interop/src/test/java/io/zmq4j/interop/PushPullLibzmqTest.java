package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_SEND;
import static io.zmq4j.interop.Pairing.Turn.WE_SEND;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;

/** PUSH and PULL with libzmq's PULL and PUSH. */
final class PushPullLibzmqTest extends LibzmqMatrixTest {
    PushPullLibzmqTest() {
        super(new Pairing(PUSH, PULL, WE_SEND), new Pairing(PULL, PUSH, THEY_SEND));
    }
}
