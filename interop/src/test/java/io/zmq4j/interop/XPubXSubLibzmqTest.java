package io.zmq4j.interop;

import static io.zmq4j.interop.Pairing.Turn.THEY_SEND;
import static io.zmq4j.interop.Pairing.Turn.WE_SEND;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

/** XPUB and XSUB with libzmq's four publish-subscribe types. */
final class XPubXSubLibzmqTest extends LibzmqMatrixTest {
    XPubXSubLibzmqTest() {
        super(
                new Pairing(XPUB, XSUB, WE_SEND),
                new Pairing(XSUB, XPUB, THEY_SEND),
                new Pairing(XPUB, SUB, WE_SEND),
                new Pairing(SUB, XPUB, THEY_SEND),
                new Pairing(PUB, XSUB, WE_SEND),
                new Pairing(XSUB, PUB, THEY_SEND));
    }
}
