package io.zmq4j.interop.differential;

import io.zmq4j.zmtp.SocketType;
import java.util.List;

/** Types that talk to each other. */
enum Family {
    PIPELINE(SocketType.PUSH, SocketType.PULL),
    PUBLICATION(SocketType.PUB, SocketType.SUB, SocketType.XPUB, SocketType.XSUB),
    REQUEST(SocketType.REQ, SocketType.REP, SocketType.DEALER, SocketType.ROUTER),
    /** With names, so that a ROUTER can send before it has received. A REP would take a name once, as it does in libzmq alone. */
    ROUTING(SocketType.REQ, SocketType.DEALER, SocketType.ROUTER),
    EXCLUSIVE(SocketType.PAIR);

    final List<SocketType> types;

    Family(SocketType... types) {
        this.types = List.of(types);
    }
}
