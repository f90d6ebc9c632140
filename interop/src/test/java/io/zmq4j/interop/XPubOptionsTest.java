package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.XPUB_MANUAL;
import static io.zmq4j.options.SocketOptions.XPUB_NODROP;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSE;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSER;
import static io.zmq4j.options.SocketOptions.XPUB_WELCOME_MSG;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOption;
import io.zmq4j.testkit.Bytes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an XPUB can be told about subscriptions. */
class XPubOptionsTest {
    private static final Message SUBSCRIBE_A = Message.of("\u0001a");
    private static final Message CANCEL_A = Message.of("\u0000a");

    /** A topic whose coming proves that nothing was said before it. */
    private static final Message SUBSCRIBE_Z = Message.of("\u0001z");

    private static final Message CANCEL_Z = Message.of("\u0000z");

    @RegisterExtension
    final Rig rig = new Rig();

    private XPubSocket xpub(@Nullable SocketOption<Boolean> option) {
        XPubSocket xpub = rig.context().xpub();
        xpub.set(LINGER, Duration.ZERO);
        if (option != null) {
            xpub.set(option, true);
        }
        return xpub;
    }

    private SubSocket sub(String endpoint, String... topics) {
        SubSocket sub = rig.context().sub();
        for (String topic : topics) {
            sub.subscribe(topic);
        }
        sub.connect(endpoint);
        return sub;
    }

    @EveryTransport
    void byDefaultTheFirstSubscriptionAndTheLastCancellationAreTold(Transport transport) {
        XPubSocket xpub = xpub(null);
        String endpoint = xpub.bind(transport.freshEndpoint()).uri();
        SubSocket first = sub(endpoint, "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        SubSocket second = sub(endpoint, "a", "z");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_Z);
        second.unsubscribe("a");
        second.unsubscribe("z");
        assertThat(Rig.receive(xpub)).isEqualTo(CANCEL_Z);
        first.unsubscribe("a");
        assertThat(Rig.receive(xpub)).isEqualTo(CANCEL_A);
    }

    @EveryTransport
    void verboseTellsEverySubscription(Transport transport) {
        XPubSocket xpub = xpub(XPUB_VERBOSE);
        String endpoint = xpub.bind(transport.freshEndpoint()).uri();
        SubSocket first = sub(endpoint, "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        SubSocket second = sub(endpoint, "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        second.unsubscribe("a");
        second.subscribe("z");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_Z);
        first.unsubscribe("a");
        assertThat(Rig.receive(xpub)).isEqualTo(CANCEL_A);
    }

    @EveryTransport
    void verboserTellsEveryCancellationAsWell(Transport transport) {
        XPubSocket xpub = xpub(XPUB_VERBOSER);
        String endpoint = xpub.bind(transport.freshEndpoint()).uri();
        SubSocket first = sub(endpoint, "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        SubSocket second = sub(endpoint, "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        second.unsubscribe("a");
        assertThat(Rig.receive(xpub)).isEqualTo(CANCEL_A);
        first.close();
        assertThat(Rig.receive(xpub)).isEqualTo(CANCEL_A);
    }

    @EveryTransport
    void manualLetsTheApplicationDecide(Transport transport) {
        XPubSocket xpub = xpub(XPUB_MANUAL);
        SubSocket sub = sub(xpub.bind(transport.freshEndpoint()).uri(), "a");
        assertThat(Rig.receive(xpub)).isEqualTo(SUBSCRIBE_A);
        xpub.subscribe(Bytes.utf8("b"));
        // SUB filters once more, so it has to want what the publisher lets through.
        sub.subscribe("b");
        assertThat(Rig.receive(xpub)).isEqualTo(Message.of("\u0001b"));
        Rig.send(xpub, "a");
        Rig.send(xpub, "b");
        assertThat(Rig.receiveText(sub)).isEqualTo("b");
    }

    @EveryTransport
    void nodropWaitsForAFullSubscriber(Transport transport) {
        XPubSocket xpub = xpub(XPUB_NODROP);
        xpub.set(SNDHWM, 1);
        SubSocket sub = rig.context().sub();
        sub.set(RCVHWM, 1);
        sub.subscribe("");
        sub.connect(xpub.bind(transport.freshEndpoint()));
        Rig.receive(xpub);
        int sent = 0;
        while (xpub.send(Message.wrap(new byte[1 << 20]), Rig.MOMENT)) {
            sent++;
        }
        assertThat(sent).isPositive();
        for (int i = 0; i < sent; i++) {
            assertThat(Rig.receive(sub).size()).isEqualTo(1 << 20);
        }
        Rig.send(xpub, "room again");
        assertThat(Rig.receiveText(sub)).isEqualTo("room again");
        assertThat(xpub.drops()).isEmpty();
    }

    @EveryTransport
    void nothingIsDroppedWhenTheHighWaterMarkIsLoweredInBetween(Transport transport) {
        XPubSocket xpub = xpub(XPUB_NODROP);
        SubSocket sub = sub(xpub.bind(transport.freshEndpoint()).uri(), "");
        Rig.receive(xpub);
        Rig.send(xpub, "room for many");
        xpub.set(SNDHWM, 1);
        Rig.send(xpub, "for fewer");
        // Over inproc the publisher's queue is as long as both marks together.
        sub.set(RCVHWM, 1);
        int sent = 0;
        while (sent < 500 && xpub.send(Message.wrap(new byte[1 << 20]), Rig.MOMENT)) {
            sent++;
        }
        assertThat(Rig.receiveText(sub)).isEqualTo("room for many");
        assertThat(Rig.receiveText(sub)).isEqualTo("for fewer");
        for (int i = 0; i < sent; i++) {
            assertThat(Rig.receive(sub).size()).isEqualTo(1 << 20);
        }
        assertThat(xpub.drops()).isEmpty();
    }

    @EveryTransport
    void theWelcomeMessageComesFirst(Transport transport) {
        XPubSocket xpub = xpub(null);
        xpub.set(XPUB_WELCOME_MSG, Bytes.utf8("welcome"));
        String endpoint = xpub.bind(transport.freshEndpoint()).uri();
        SubSocket welcomed = sub(endpoint, "wel");
        assertThat(Rig.receiveText(welcomed)).isEqualTo("welcome");
        // Two connections: what the second says may be read before what the first says.
        assertThat(Rig.receiveText(xpub)).isEqualTo("\u0001wel");
        SubSocket other = sub(endpoint, "other");
        assertThat(Rig.receiveText(xpub)).isEqualTo("\u0001other");
        Rig.send(xpub, "other");
        assertThat(Rig.receiveText(other)).isEqualTo("other");
    }
}
