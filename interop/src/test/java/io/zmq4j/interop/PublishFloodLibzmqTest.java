package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.XPUB_NODROP;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSE;

import io.zmq4j.XPubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A flood of short messages to several libzmq subscribers at once, who get the very same bytes. */
class PublishFloodLibzmqTest {
    private static final int MANY = 50_000;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    @EveryWire
    void eachGetsAllOfThemInOrder(Transport transport) {
        XPubSocket xpub = rig.context().xpub();
        xpub.set(XPUB_NODROP, true);
        xpub.set(XPUB_VERBOSE, true);
        String endpoint = xpub.bind(transport.freshEndpoint()).uri();
        List<LibzmqSocket> subscribers = Stream.generate(() -> LIBZMQ.open(SocketType.SUB, "RCVHWM=0"))
                .limit(3)
                .toList();
        for (LibzmqSocket subscriber : subscribers) {
            subscriber.subscribe("");
            subscriber.connect(endpoint);
            Rig.receive(xpub);
        }
        for (int i = 0; i < MANY; i++) {
            Rig.send(xpub, Message.of(Integer.toString(i)));
        }
        for (LibzmqSocket subscriber : subscribers) {
            subscriber.beginCheck(MANY);
            subscriber.finish();
        }
    }
}
